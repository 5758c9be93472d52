package io.qingfen.scheme;

import java.time.LocalDate;

/**
 * An item of one side on its way to a counterpart.
 *
 * @param <T> {@link OwnItem} or {@link SchemeRecord}
 * @param since the date it came
 * @param caseId of an outstanding one, else empty
 */
public record Side<T>(T item, Standing standing, LocalDate since, String caseId) {

    public static <T> Side<T> fresh(T item, LocalDate since) {
        return new Side<>(item, Standing.NEW, since, "");
    }

    boolean isNew() {
        return standing == Standing.NEW;
    }
}
