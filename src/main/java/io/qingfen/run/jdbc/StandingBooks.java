package io.qingfen.run.jdbc;

import io.qingfen.run.BooksAccess;
import io.qingfen.run.Dialect;
import io.qingfen.run.Home;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Found by {@link java.util.ServiceLoader}. */
public final class StandingBooks implements BooksAccess {
    private static final String SECONDS = "5";

    @Override
    public Address address(Home home) {
        return new Standing(DatabaseSettings.of(new StandardEnvironment(), home));
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
        public Tables tables(Connection connection) {
            MigrationInfoService changes = Databases.tables(new SingleConnectionDataSource(connection, true), dialect())
                    .info();
            List<String> missing = new ArrayList<>();
            List<String> foreign = new ArrayList<>();
            for (MigrationInfo change : changes.all()) {
                if (change.getState() == MigrationState.PENDING) {
                    missing.add(named(change));
                } else if (isForeign(change)) {
                    foreign.add(named(change));
                }
            }
            String version = changes.current() == null
                    ? ""
                    : changes.current().getVersion().toString();
            return new Tables(version, missing, foreign);
        }

        private static boolean isForeign(MigrationInfo change) {
            return !change.getState().isResolved() || change.getState().isFailed() || !change.isChecksumMatching();
        }

        private static String named(MigrationInfo change) {
            return "V" + change.getVersion() + " " + change.getDescription();
        }
    }
}
