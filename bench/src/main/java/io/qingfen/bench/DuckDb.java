package io.qingfen.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An engine made for such joins, in memory or in a file: load, full join, prices, totals. */
record DuckDb(boolean inFile) implements Contender {
    @Override
    public Outcome run(Path input, String url, Path scratch) throws SQLException {
        String database = inFile ? scratch.resolve("bench.duckdb").toString() : "";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database)) {
            Sql.run(
                    connection,
                    "create table captures (" + Sql.CAPTURES + ")",
                    "create table authorizations (" + Sql.AUTHORIZATIONS + ")",
                    "create table merchants (" + Sql.MERCHANTS + ")");
            for (String table : new String[] {"merchants", "captures", "authorizations"}) {
                Sql.run(
                        connection,
                        "copy " + table + " from '" + input.resolve(table + ".csv") + "' (format csv, header true)");
            }
            Sql.run(connection, "create table matched as " + Sql.join("//"));
            return Sql.outcome(connection, "matched");
        }
    }
}
