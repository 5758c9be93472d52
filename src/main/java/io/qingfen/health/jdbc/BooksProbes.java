package io.qingfen.health.jdbc;

import io.qingfen.health.Finding;
import io.qingfen.run.BooksAccess.Address;
import io.qingfen.run.Dialect;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Everything that is asked of the database, over one connection. */
public final class BooksProbes {
    static final String DATABASE = "database";
    static final String RESTORED = "restored books";

    /** H2: the database file is open in another process. */
    private static final int H2_IN_USE = 90020;

    private final Clock clock;
    private final LongSupplier nanos;

    public BooksProbes(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
    }

    /** @param mark where it is written down how far the books have got, see {@link io.qingfen.run.BooksMark} */
    public List<Finding> look(Address address, Path mark) {
        Optional<Path> file = address.file();
        if (file.isPresent() && !Files.exists(file.get())) {
            return List.of(Finding.ok(DATABASE, "H2, no books yet: the first run makes " + file.get()));
        }
        try (Connection connection = address.connect()) {
            return findings(address, mark, connection);
        } catch (SQLException away) {
            return List.of(unreachable(address, away));
        }
    }

    private List<Finding> findings(Address address, Path mark, Connection connection) throws SQLException {
        List<Finding> findings = new ArrayList<>();
        findings.add(new LatencyProbe(nanos).look(connection));
        findings.add(new ClockProbe(clock).look(connection));
        findings.addAll(
                address.dialect() == Dialect.POSTGRESQL
                        ? DurabilityProbe.ofPostgres(connection)
                        : DurabilityProbe.ofH2(connection));
        BooksTables tables = BooksTables.of(address.tables(connection));
        findings.add(tables.finding());
        if (tables.haveLease()) {
            findings.add(LeaseProbe.look(connection));
            findings.add(restored(address, mark, connection));
        }
        return findings;
    }

    private static Finding restored(Address address, Path mark, Connection connection) {
        try {
            return address.lacks(connection, mark)
                    .map(
                            lack -> Finding.fail(
                                    RESTORED,
                                    "the books are older than what has left this home: " + lack,
                                    "nothing is run or released with them, so that nothing is paid twice",
                                    "restore the newest backup; docs/OPERATIONS.md, restored books, says what when there is none"))
                    .orElseGet(() -> Finding.ok(RESTORED, "the books have all that has left this home"));
        } catch (Refusal unreadable) {
            return Finding.fail(
                    RESTORED,
                    String.join("; ", unreadable.problems()),
                    "books from an older backup would not be noticed, so nothing runs",
                    "mend the file that is named, then: qingfen doctor");
        }
    }

    private static Finding unreachable(Address address, SQLException away) {
        String reason =
                String.valueOf(away.getMessage()).lines().findFirst().orElse("").strip();
        if (away.getErrorCode() == H2_IN_USE) {
            return Finding.warn(
                    DATABASE,
                    address.shown() + " is open in another process",
                    "the embedded database belongs to one process at a time; nothing of it could be looked at",
                    "look again when the night or the command has ended; with PostgreSQL both work at once");
        }
        return Finding.fail(
                DATABASE,
                address.shown() + " does not answer: " + reason,
                "no night runs without its books; clock, durability, tables and lease could not be looked at",
                "check QINGFEN_DB_URL, user, password and the server, then: qingfen doctor");
    }
}
