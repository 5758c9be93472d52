package io.qingfen.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What stands in the outbox of a date, as the books know it. Only reads. */
public interface OutboxFiles {
    /**
     * A file.
     *
     * @param name relative to the outbox of the date
     * @param rows null for a document without rows
     * @param bytes null where only the disk knows
     */
    record File(String name, Long rows, Long bytes, String sha256) {}

    /** Reports, then bank files, then the released ones, each in order of name; the merchants' statements are left out. */
    List<File> of(LocalDate date);

    /** Any of them, statements included. */
    Optional<File> find(LocalDate date, String name);

    long statements(LocalDate date);
}
