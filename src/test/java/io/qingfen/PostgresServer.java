package io.qingfen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A PostgreSQL server for scripts: starts one, prints the JDBC URL of each of its databases (as many as the first
 * argument says) and stops when standard input ends.
 */
public final class PostgresServer {
    private PostgresServer() {}

    public static void main(String[] args) throws IOException, SQLException {
        int databases = args.length == 0 ? 1 : Integer.parseInt(args[0]);
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            for (int number = 1; number <= databases; number++) {
                create(server, "qingfen_" + number);
                System.out.println(server.getJdbcUrl("postgres", "qingfen_" + number));
            }
            while (System.in.read() >= 0) {
                // Waits for the end of standard input.
            }
        }
    }

    private static void create(EmbeddedPostgres server, String database) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        }
    }
}
