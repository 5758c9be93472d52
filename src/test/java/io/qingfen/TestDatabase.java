package io.qingfen;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.run.Dialect;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.run.jdbc.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The two databases. Each call of {@link #fresh()} gives empty books, migrated as in production. */
public enum TestDatabase {
    H2 {
        private Path template;

        @Override
        public synchronized DatabaseSettings freshSettings() {
            Path directory = temporaryDirectory();
            Path file = directory.resolve("qingfen.mv.db");
            try {
                if (template == null) {
                    template = Files.createTempFile("qingfen-template", ".mv.db");
                    migrated(DatabaseSettings.embedded(directory.resolve("qingfen")));
                    Files.copy(file, template, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.copy(template, file);
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return DatabaseSettings.embedded(directory.resolve("qingfen"));
        }
    },

    POSTGRESQL {
        private EmbeddedPostgres server;

        @Override
        public synchronized DatabaseSettings freshSettings() {
            if (server == null) {
                server = started();
                new JdbcTemplate(server.getPostgresDatabase()).execute("create database template_books");
                migrated(settings("template_books"));
            }
            String name = "books_" + COUNT.incrementAndGet();
            new JdbcTemplate(server.getPostgresDatabase())
                    .execute("create database " + name + " template template_books");
            return settings(name);
        }

        private DatabaseSettings settings(String database) {
            return new DatabaseSettings(server.getJdbcUrl("postgres", database), "postgres", "postgres");
        }

        @Override
        synchronized void stop() {
            if (server == null) {
                return;
            }
            try {
                server.close();
                server = null;
            } catch (IOException atEnd) {
                throw new UncheckedIOException(atEnd);
            }
        }

        private static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("max_connections", "300")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final List<HikariDataSource> OPENED = new ArrayList<>();
    private static final int CONNECTIONS = 12;

    /** Where fresh books are, for a test that starts the application or a second process on them. */
    public abstract DatabaseSettings freshSettings();

    /** Fresh books; closed when the test class has run. */
    public DataSource fresh() {
        HikariDataSource books = Databases.open(freshSettings(), CONNECTIONS);
        synchronized (OPENED) {
            OPENED.add(books);
        }
        return books;
    }

    static int opened() {
        synchronized (OPENED) {
            return OPENED.size();
        }
    }

    /** Closes those that were opened after the first so many. */
    static void closeSince(int before) {
        synchronized (OPENED) {
            if (OPENED.size() > before) {
                List<HikariDataSource> mine = OPENED.subList(before, OPENED.size());
                mine.forEach(HikariDataSource::close);
                mine.clear();
            }
        }
    }

    /** First the connections, then their server; called once, when all tests have run. */
    static void closeAll() {
        closeSince(0);
        POSTGRESQL.stop();
    }

    void stop() {}

    /** Of books that one of them gave. */
    public static Dialect dialectOf(DataSource books) {
        return new JdbcTemplate(books)
                .execute((Connection connection) ->
                        Dialect.of(connection.getMetaData().getURL()));
    }

    public Dialect dialect() {
        return this == H2 ? Dialect.H2 : Dialect.POSTGRESQL;
    }

    private static void migrated(DatabaseSettings settings) {
        try (HikariDataSource dataSource = Databases.open(settings, 2)) {
            Databases.migrate(dataSource, Dialect.of(settings.url()));
        }
    }

    private static Path temporaryDirectory() {
        try {
            Path directory = TestFolder.named("qingfen-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleted(directory)));
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void deleted(Path directory) {
        org.springframework.util.FileSystemUtils.deleteRecursively(directory.toFile());
    }
}
