package io.qingfen.notifications;

import java.time.LocalDate;

/**
 * One change that one recipient is told of.
 *
 * @param kind name of a {@link io.qingfen.run.Notice.Kind}, or TEST
 * @param recipient name in {@code notifications.yml}
 * @param text what, why and the next command
 */
public record News(String kind, String job, LocalDate businessDate, String recipient, String text) {
    public static final String TEST = "TEST";
}
