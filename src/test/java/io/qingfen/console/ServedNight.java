package io.qingfen.console;

import io.qingfen.QingfenApplication;
import io.qingfen.TestFolder;
import io.qingfen.access.Role;
import io.qingfen.access.Users;
import io.qingfen.nightly.Nights;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.run.Actor;
import io.qingfen.serve.Serving;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One process that serves after one night, shared by the classes of tests that ask it for pages. */
final class ServedNight {
    static final LocalDate DATE = LocalDate.of(2026, 3, 3);
    /** Has a payout on the date. */
    static final String MERCHANT = "898310058120001";

    static final String GOOD = "seven green tides";
    /** A user of each role. */
    static final Map<Role, String> USERS = new EnumMap<>(Role.class);

    private static final Path DAY = Path.of("sample-files/days/2026-03-03-orphans/home");
    private static ConfigurableApplicationContext serving;
    private static Path home;
    private static String first;

    private ServedNight() {}

    static synchronized void start() {
        if (serving != null) {
            return;
        }
        try {
            home = TestFolder.named("served-night");
            FileSystemUtils.copyRecursively(DAY, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serving = started(home);
        serving.getBean(Nights.class).run(DATE, 2);
        clock(home, "2026-03-05T02:00:00Z");
        Runtime.getRuntime().addShutdownHook(new Thread(ServedNight::end));
        Users users = serving.getBean(Users.class);
        first = users.createFirst("admin").orElseThrow();
        for (Role role : Role.values()) {
            String name = "a." + role.name().toLowerCase(Locale.ROOT);
            users.changePassword(name, users.create(new Actor("admin"), name, name, Set.of(role)), GOOD);
            USERS.put(role, name);
        }
    }

    /** Its schedule stands before the date is due, so that it starts nothing by itself. */
    static ConfigurableApplicationContext started(Path home, String... more) {
        clock(home, "2026-03-03T12:00:00Z");
        List<String> properties = new ArrayList<>(List.of(
                "--qingfen.home=" + home,
                "--qingfen.db.url=",
                "--spring.profiles.active=serve",
                "--spring.main.web-application-type=servlet",
                "--server.address=127.0.0.1",
                "--qingfen.schedule.clock-file=" + home.resolve("clock"),
                "--server.port=0"));
        properties.addAll(List.of(more));
        return new SpringApplication(QingfenApplication.class).run(properties.toArray(String[]::new));
    }

    /** The schedule stands at this moment. */
    static void clock(Path home, String instant) {
        try {
            Files.writeString(home.resolve("clock"), instant);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end() {
        serving.close();
        try {
            FileSystemUtils.deleteRecursively(home);
        } catch (IOException left) {
            // a temporary directory, for whoever tidies the machine
        }
    }

    static <T> T part(Class<T> type) {
        return serving.getBean(type);
    }

    static Path home() {
        return home;
    }

    /** The password of admin that was told once. */
    static String first() {
        return first;
    }

    static Browser browser(String language) {
        return new Browser(part(Serving.class).port(), language);
    }

    /** Somebody of this role, signed in. */
    static Browser signedIn(Role role, String language) throws IOException, InterruptedException {
        Browser browser = browser(language);
        browser.signIn(USERS.get(role), GOOD);
        return browser;
    }

    static String caseId() {
        return caseOf(CaseKind.ORPHAN_CAPTURE);
    }

    static String caseOf(CaseKind kind) {
        return part(CaseQueue.class)
                .list(new Filter(Optional.empty(), Optional.of(kind), Optional.empty(), Filter.OPEN, 1))
                .get(0)
                .id();
    }
}
