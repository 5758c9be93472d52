package io.qingfen.health.jdbc;

import io.qingfen.health.Finding;
import io.qingfen.run.BooksAccess.Tables;

/** Whether the tables are those of this program, older or newer. */
record BooksTables(Finding finding, boolean haveLease) {
    private static final String PROBE = "tables";

    static BooksTables of(Tables tables) {
        if (!tables.foreign().isEmpty()) {
            return new BooksTables(
                    Finding.fail(
                            PROBE,
                            "changes that this program does not know: " + String.join(", ", tables.foreign()),
                            "a newer Qingfen or a hand made them; this program refuses to touch the books",
                            "start the release that made them; never go back to an older one"),
                    false);
        }
        if (tables.version().isEmpty()) {
            return new BooksTables(Finding.ok(PROBE, "none yet: the first run makes them"), false);
        }
        if (!tables.missing().isEmpty()) {
            return new BooksTables(
                    Finding.warn(
                            PROBE,
                            "version " + tables.version() + ", older than this program: "
                                    + String.join(", ", tables.missing()),
                            "the next command that opens the books brings them up to date, and an older program is"
                                    + " refused from then on",
                            "have a backup of today before that command"),
                    true);
        }
        return new BooksTables(Finding.ok(PROBE, "version " + tables.version() + ", those of this program"), true);
    }
}
