package io.qingfen.run.jdbc;

import io.qingfen.run.Dialect;
import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.env.Environment;

/**
 * Where the books are kept. In rising order: {@code database:} of {@code home/qingfen.yml}, the environment
 * ({@code QINGFEN_DB_URL}, {@code QINGFEN_DB_USER}, {@code QINGFEN_DB_PASSWORD} or {@code QINGFEN_DB_PASSWORD_FILE}),
 * properties {@code qingfen.db.*}. Without any, the embedded database under {@code home/data}.
 */
public record DatabaseSettings(String url, String user, String password) {
    /**
     * What H2 needs to keep its promises: with its defaults up to a third of the acknowledged commits are lost when the
     * process is killed. It writes no trace file: what goes wrong is told by the program.
     */
    static final String H2_OPTIONS = ";WRITE_DELAY=0;RETENTION_TIME=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    private static final String H2_FILE = "jdbc:h2:file:";

    /** The embedded database in this file (H2 adds its extension). */
    public static DatabaseSettings embedded(Path file) {
        return new DatabaseSettings(H2_FILE + file.toAbsolutePath() + H2_OPTIONS, "sa", "");
    }

    static DatabaseSettings of(Environment environment, Home home) {
        Map<?, ?> file = fileBlock(home.settings());
        Optional<String> url = value(environment, file, "url");
        if (url.isEmpty()) {
            return embedded(home.data().resolve("qingfen"));
        }
        String user = value(environment, file, "user").orElse("");
        return new DatabaseSettings(withDurability(url.get()), user, password(environment, file, ""));
    }

    /**
     * The same database as the role that owns its tables, when {@code QINGFEN_DB_OWNER} names one; its password is in
     * {@code QINGFEN_DB_OWNER_PASSWORD_FILE} or {@code QINGFEN_DB_OWNER_PASSWORD}.
     */
    static Optional<DatabaseSettings> ofOwner(Environment environment, Home home) {
        Map<?, ?> file = fileBlock(home.settings());
        DatabaseSettings program = of(environment, home);
        return value(environment, file, "owner")
                .map(owner -> new DatabaseSettings(program.url(), owner, password(environment, file, "owner-")));
    }

    private static String password(Environment environment, Map<?, ?> file, String whose) {
        Optional<String> given = value(environment, file, whose + "password");
        return given.or(() -> value(environment, file, whose + "password-file").map(name -> secret(Path.of(name))))
                .orElse("");
    }

    Dialect dialect() {
        return Dialect.of(url);
    }

    /** The file of the embedded database, without its extension; else the address. */
    String place() {
        String address = url.split(";", 2)[0];
        return address.startsWith(H2_FILE) ? address.substring(H2_FILE.length()) : toString();
    }

    private static String withDurability(String url) {
        boolean lacksIt = url.startsWith("jdbc:h2:") && !url.contains("WRITE_DELAY");
        return lacksIt ? url + H2_OPTIONS : url;
    }

    private static Optional<String> value(Environment environment, Map<?, ?> file, String name) {
        String given = environment.getProperty("qingfen.db." + name);
        if (given == null && file.get(name) != null) {
            given = file.get(name).toString();
        }
        return Optional.ofNullable(given).filter(text -> !text.isBlank());
    }

    private static Map<?, ?> fileBlock(Path settings) {
        if (!Files.isRegularFile(settings)) {
            return Map.of();
        }
        LoadSettings yaml = LoadSettings.builder().setLabel(settings.toString()).build();
        Object document = new Load(yaml).loadFromString(text(settings));
        Object block = document instanceof Map<?, ?> map ? map.get("database") : null;
        return block instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String secret(Path file) {
        return text(file).strip();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    file + ": cannot be read (" + unreadable + "); it is named by the database settings");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        String shown = url.replaceAll("(?i)(password=)[^&;]*", "$1****");
        return user.isEmpty() ? shown : user + "@" + shown;
    }
}
