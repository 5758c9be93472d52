package io.qingfen.verify.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A file of the outbox changed by somebody who writes every hash of it again, in files and in tables. */
final class RewrittenFile {
    private final Played played;
    private final LocalDate date;
    private final Path outbox;

    RewrittenFile(Played played, LocalDate date) {
        this.played = played;
        this.date = date;
        this.outbox = played.home().outbox(date);
    }

    /** @return what the proof says of it; afterwards everything is as it was */
    List<String> differences(String name, UnaryOperator<String> change) throws IOException, SQLException {
        Map<Path, byte[]> before = new HashMap<>();
        try (Stream<Path> all = Files.walk(outbox)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                before.put(file, Files.readAllBytes(file));
            }
        }
        Path file = outbox.resolve(name);
        String text = new String(before.get(file), StandardCharsets.UTF_8);
        byte[] changed = change.apply(text).getBytes(StandardCharsets.UTF_8);
        if (text.equals(new String(changed, StandardCharsets.UTF_8))) {
            throw new AssertionError("nothing was changed in " + name);
        }
        try (Connection connection = played.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            Files.write(file, changed);
            describe(name, changed, connection);
            hashes(Digests.of(before.get(file)), Digests.of(changed), connection);
            List<String> found = played.proved(date, connection).differences();
            connection.rollback();
            return found;
        } finally {
            for (Map.Entry<Path, byte[]> each : before.entrySet()) {
                Files.write(each.getKey(), each.getValue());
            }
        }
    }

    private void describe(String name, byte[] changed, Connection connection) throws SQLException {
        String sql =
                "update report_file set size_bytes = ?, row_count = case when row_count is null then null else ? end"
                        + " where business_date = ? and file_name = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, changed.length);
            statement.setLong(
                    2, new String(changed, StandardCharsets.UTF_8).lines().count() - 1);
            statement.setObject(3, date);
            statement.setString(4, name);
            statement.executeUpdate();
        }
    }

    /** Every place that has the hash gets the new one; what changes by that has another hash itself. */
    private void hashes(String first, String then, Connection connection) throws IOException, SQLException {
        Deque<String[]> left = new ArrayDeque<>(List.<String[]>of(new String[] {first, then}));
        while (!left.isEmpty()) {
            String[] hash = left.poll();
            for (String table : List.of("payout_file", "report_file")) {
                try (PreparedStatement statement =
                        connection.prepareStatement("update " + table + " set sha256 = ? where sha256 = ?")) {
                    statement.setString(1, hash[1]);
                    statement.setString(2, hash[0]);
                    statement.executeUpdate();
                }
            }
            try (Stream<Path> all = Files.walk(outbox)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (text.contains(hash[0])) {
                        String other = text.replace(hash[0], hash[1]);
                        Files.writeString(file, other, StandardCharsets.ISO_8859_1);
                        left.add(new String[] {
                            Digests.of(text.getBytes(StandardCharsets.ISO_8859_1)),
                            Digests.of(other.getBytes(StandardCharsets.ISO_8859_1))
                        });
                    }
                }
            }
        }
    }
}
