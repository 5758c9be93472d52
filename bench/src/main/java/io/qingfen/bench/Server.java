package io.qingfen.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The PostgreSQL server that all contenders use, one after the other, each with a new database. */
final class Server implements AutoCloseable {
    /** Durable as delivered; memory and checkpoints as for a server of this size. */
    static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "shared_buffers", "512MB",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "15min",
            "maintenance_work_mem", "256MB",
            "max_connections", "100"));

    private final EmbeddedPostgres started;
    private final String admin;
    private int count;

    private Server(EmbeddedPostgres started, String admin) {
        this.started = started;
        this.admin = admin;
    }

    static Server of(Options options) throws IOException {
        if (!options.server().isEmpty()) {
            return new Server(null, options.server());
        }
        var builder =
                EmbeddedPostgres.builder().setDataDirectory(directory(options)).setCleanDataDirectory(true);
        // The library turns durability off unless told otherwise.
        builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres started = builder.start();
        return new Server(started, started.getJdbcUrl("postgres", "postgres") + "&password=postgres");
    }

    private static Path directory(Options options) {
        return options.work().resolve("postgresql");
    }

    /** A new database; the one before is dropped. Ends what is under way on disk first, so that nobody pays for another. */
    String freshDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection(admin)) {
            Sql.run(
                    connection,
                    "drop database if exists bench_" + count++,
                    "create database bench_" + count,
                    "checkpoint");
        }
        return admin.replaceFirst("/postgres\\?", "/bench_" + count + "?");
    }

    /** The server's own process, to watch its memory; this one when it runs elsewhere. */
    ProcessHandle process() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> process.parent()
                        .flatMap(parent -> parent.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isEmpty())
                .findFirst()
                .orElse(ProcessHandle.current());
    }

    /** What the server says of itself. */
    String description() throws SQLException {
        try (Connection connection = DriverManager.getConnection(admin);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select version(), string_agg(name || '=' || setting || coalesce(unit, ''), ' ' order by name)"
                                + " from pg_settings where name in ('shared_buffers', 'max_wal_size', 'work_mem',"
                                + " 'synchronous_commit', 'fsync', 'full_page_writes', 'checkpoint_timeout',"
                                + " 'maintenance_work_mem', 'max_parallel_workers_per_gather', 'wal_level')")) {
            row.next();
            return Stream.of(row.getString(1).split(",")).findFirst().orElse("") + "; " + row.getString(2);
        }
    }

    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        }
    }
}
