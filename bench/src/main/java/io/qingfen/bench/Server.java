package io.qingfen.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The PostgreSQL server that all contenders use, one after the other, each with a new database. */
final class Server implements AutoCloseable {
    /** Durable as delivered; memory and checkpoints as for a server of this size. */
    static final Map<String, String> SETTINGS = new TreeMap<>(Map.of(
            "shared_buffers", "512MB",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "15min",
            "maintenance_work_mem", "256MB",
            "max_connections", "100"));

    private static final Pattern URL = Pattern.compile("(jdbc:postgresql://[^/?]+/)[^/?]*(\\?.*)?");
    private static final String DATABASE = "qingfen_bench";

    private final EmbeddedPostgres started;
    private final String admin;
    private final Optional<ProcessHandle> process;

    private Server(EmbeddedPostgres started, String admin, Optional<ProcessHandle> process) {
        this.started = started;
        this.admin = admin;
        this.process = process;
    }

    static boolean isUrl(String url) {
        return URL.matcher(url).matches();
    }

    static Server of(Options options) throws IOException, SQLException {
        if (!options.server().isEmpty()) {
            return new Server(null, options.server(), neighbour(options.server()));
        }
        Path data = options.work().resolve("postgresql");
        var builder = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(true);
        // The library turns durability off unless told otherwise.
        builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres started = builder.start();
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
        return new Server(
                started, started.getJdbcUrl("postgres", "postgres") + "&password=postgres", ProcessHandle.of(pid));
    }

    /** A new database; the one before is dropped. Ends what is under way on disk first, so that nobody pays for another. */
    String freshDatabase() {
        administer("drop database if exists " + DATABASE, "create database " + DATABASE, "checkpoint");
        Matcher url = URL.matcher(admin);
        if (!url.matches()) {
            throw new IllegalStateException("not the address of a server: " + admin);
        }
        return url.group(1) + DATABASE + (url.group(2) == null ? "" : url.group(2));
    }

    /** The server's first process, to watch its memory; empty when it runs elsewhere or may not be looked at. */
    Optional<ProcessHandle> process() {
        return process;
    }

    /** What the server says of itself. */
    String description() throws SQLException {
        try (Connection connection = DriverManager.getConnection(admin);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select version(), string_agg(name || '=' || current_setting(name), ' ' order by name)"
                                + " from pg_settings where name in ('shared_buffers', 'max_wal_size', 'work_mem',"
                                + " 'synchronous_commit', 'fsync', 'full_page_writes', 'checkpoint_timeout',"
                                + " 'maintenance_work_mem', 'max_parallel_workers_per_gather', 'wal_level')")) {
            row.next();
            return row.getString(1).split(",")[0]
                    + "; "
                    + row.getString(2)
                    + (process.isPresent() ? "" : "\nits memory is not counted: it runs elsewhere or for another user");
        }
    }

    /** A database of ours does not stay on a server of others. */
    @Override
    public void close() throws IOException {
        if (started != null) {
            started.close();
        } else {
            administer("drop database if exists " + DATABASE);
        }
    }

    private void administer(String... statements) {
        try (Connection connection = DriverManager.getConnection(admin)) {
            Sql.run(connection, statements);
        } catch (SQLException refused) {
            throw new IllegalStateException(
                    "the server refuses a fresh database (" + refused.getMessage()
                            + "); its role must be able to create databases and to call checkpoint (pg_checkpoint)",
                    refused);
        }
    }

    /** On the same machine both ends of a connection have one address, and its process there is one of ours. */
    private static Optional<ProcessHandle> neighbour(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select pg_backend_pid() where inet_client_addr() = inet_server_addr()")) {
            return row.next()
                    ? ProcessHandle.of(row.getLong(1))
                            .flatMap(ProcessHandle::parent)
                            .filter(Memory::isSeen)
                    : Optional.empty();
        }
    }
}
