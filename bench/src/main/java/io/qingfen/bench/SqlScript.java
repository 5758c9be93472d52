package io.qingfen.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** A script as a good engineer writes it by hand: COPY both sides, one statement that joins and prices into a table. */
final class SqlScript implements Contender {
    @Override
    public Outcome run(Path input, String url, Path scratch) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Sql.run(
                    connection,
                    "create table captures (" + Sql.CAPTURES + ")",
                    "create table authorizations (" + Sql.AUTHORIZATIONS + ")",
                    "create table merchants (" + Sql.MERCHANTS + ")");
            for (String table : new String[] {"merchants", "captures", "authorizations"}) {
                load(connection, input.resolve(table + ".csv"), table);
            }
            Sql.run(connection, "analyze", "set work_mem = '256MB'", "create table matched as " + Sql.join("/"));
            return Sql.outcome(connection, "matched");
        }
    }

    private static void load(Connection connection, Path file, String table) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin with (format csv, header)", in, 1 << 16);
        }
    }
}
