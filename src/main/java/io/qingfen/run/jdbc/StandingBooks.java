package io.qingfen.run.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.qingfen.run.BooksAccess;
import io.qingfen.run.Dialect;
import io.qingfen.run.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Found by {@link java.util.ServiceLoader}. */
public final class StandingBooks implements BooksAccess {
    private static final String SECONDS = "5";

    @Override
    public Address address(Home home) {
        return new Standing(DatabaseSettings.of(new StandardEnvironment(), home));
    }

    @Override
    public Upkeep bringUpToDate(Home home) {
        StandardEnvironment environment = new StandardEnvironment();
        DatabaseSettings program = DatabaseSettings.of(environment, home);
        return bringUpToDate(DatabaseSettings.ofOwner(environment, home), program);
    }

    @Override
    public Upkeep pending(Home home) {
        StandardEnvironment environment = new StandardEnvironment();
        return pending(DatabaseSettings.ofOwner(environment, home), DatabaseSettings.of(environment, home));
    }

    /** For the books with these settings. */
    public static Upkeep pending(Optional<DatabaseSettings> owner, DatabaseSettings program) {
        DatabaseSettings settings = owner.orElse(program);
        Optional<Path> file = new Standing(settings).file();
        if (file.isPresent() && !Files.exists(file.get())) {
            // opening an embedded database would make it; an empty one lacks the same changes
            DataSource none = new DriverManagerDataSource("jdbc:h2:mem:");
            return new Upkeep(
                    settings.toString(), tables(none, settings.dialect()).missing(), "");
        }
        try (HikariDataSource books = Databases.open(settings, 2)) {
            Tables tables = tables(books, settings.dialect());
            Databases.requireKnown(books, tables);
            return new Upkeep(settings.toString(), tables.missing(), granted(settings, program));
        }
    }

    /** The role of the program when another one owns the tables; else empty. */
    private static String granted(DatabaseSettings worker, DatabaseSettings program) {
        boolean two = worker.dialect() == Dialect.POSTGRESQL
                && !program.user().isEmpty()
                && !program.user().equals(worker.user());
        return two ? program.user() : "";
    }

    /** For the books with these settings. */
    public static Upkeep bringUpToDate(Optional<DatabaseSettings> owner, DatabaseSettings program) {
        DatabaseSettings settings = owner.orElse(program);
        try (HikariDataSource books = Databases.open(settings, 2)) {
            List<String> changes = tables(books, settings.dialect()).missing();
            Databases.migrate(books, settings.dialect());
            String granted = granted(settings, program);
            if (!granted.isEmpty()) {
                inOneTransaction(books, jdbc -> new Privileges(jdbc).grantTo(granted));
            }
            return new Upkeep(settings.toString(), changes, granted);
        }
    }

    private static void inOneTransaction(DataSource books, Consumer<JdbcTemplate> work) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(books);
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.accept(new JdbcTemplate(books)));
    }

    /** Books that a test or another part of the program has the settings of. */
    public static Address at(DatabaseSettings settings) {
        return new Standing(settings);
    }

    private record Standing(DatabaseSettings settings) implements Address {
        @Override
        public String shown() {
            return file().map(Path::toString).orElseGet(settings::toString);
        }

        @Override
        public Dialect dialect() {
            return settings.dialect();
        }

        @Override
        public Optional<Path> file() {
            String place = settings.place();
            return settings.url().startsWith("jdbc:h2:file:")
                    ? Optional.of(Path.of(place + ".mv.db"))
                    : Optional.empty();
        }

        @Override
        public Connection connect() throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", settings.user());
            properties.setProperty("password", settings.password());
            String url = settings.url();
            if (dialect() == Dialect.POSTGRESQL) {
                List.of("loginTimeout", "connectTimeout", "socketTimeout")
                        .forEach(name -> properties.setProperty(name, SECONDS));
                properties.setProperty("ApplicationName", "qingfen doctor");
            } else {
                url += ";IFEXISTS=TRUE";
            }
            Connection connection = DriverManager.getConnection(url, properties);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return connection;
        }

        @Override
        public Optional<String> lacks(Connection connection, Path mark) {
            JdbcClient books = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            return BooksPosition.read(mark).flatMap(position -> position.missingIn(books));
        }

        @Override
        public Tables tables(Connection connection) {
            return StandingBooks.tables(new SingleConnectionDataSource(connection, true), dialect());
        }
    }

    private static Tables tables(DataSource books, Dialect dialect) {
        MigrationInfoService changes = Databases.tables(books, dialect).info();
        List<String> missing = new ArrayList<>();
        List<String> foreign = new ArrayList<>();
        for (MigrationInfo change : changes.all()) {
            if (change.getState() == MigrationState.PENDING) {
                missing.add(named(change));
            } else if (isForeign(change)) {
                foreign.add(named(change));
            }
        }
        String version =
                changes.current() == null ? "" : changes.current().getVersion().toString();
        return new Tables(version, missing, foreign);
    }

    private static boolean isForeign(MigrationInfo change) {
        return !change.getState().isResolved() || change.getState().isFailed() || !change.isChecksumMatching();
    }

    private static String named(MigrationInfo change) {
        return "V" + change.getVersion() + " " + change.getDescription();
    }
}
