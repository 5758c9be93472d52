package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.nightly.Nights;
import io.qingfen.nightly.Reruns;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Books from an older backup, while bank files of a later date are out: noticed, and no money leaves twice. */
@OnBothDatabases
class RestoringAnOlderBackupTest {
    private static final LocalDate FIRST = Nightly.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private final TestDatabase database;
    private final Path home = Nightly.home();
    private final DatabaseSettings books;

    RestoringAnOlderBackupTest(TestDatabase database) {
        this.database = database;
        this.books = database == TestDatabase.H2
                ? DatabaseSettings.embedded(home.resolve("data").resolve("qingfen"))
                : database.freshSettings();
    }

    @Test
    void theDatesThatLeftAreSettledAgainAndNothingLeavesTwice() throws IOException {
        try (ConfigurableApplicationContext program = opened(books)) {
            run(program, FIRST);
            released(program, FIRST);
        }
        DatabaseSettings backup = backedUp();
        Map<String, String> out;
        Map<Path, FileTime> left;
        try (ConfigurableApplicationContext program = opened(books)) {
            run(program, SECOND);
            released(program, SECOND);
            out = Nightly.outbox(home);
            left = releasedFiles();
            refuses(() -> typed(program, 0, accepting()), "there is nothing to accept");
        }
        try (ConfigurableApplicationContext program = opened(restored(backup))) {
            refusesToGoOn(program);
            List<String> looking = new ArrayList<>(accepting());
            looking.add("--dry-run");
            assertThat(typed(program, 0, looking)).contains("to settle again: " + SECOND + " to " + SECOND);
            refusesToGoOn(program);
            assertThat(typed(program, 0, accepting()))
                    .contains("to settle again: " + SECOND + " to " + SECOND)
                    .contains("qingfen run --until " + SECOND + " --home " + home);
            run(program, SECOND);
            released(program, SECOND);

            assertThat(Nightly.outbox(home)).isEqualTo(out);
            assertThat(releasedFiles()).as("no bank file appeared again").isEqualTo(left);
            assertThat(home.resolve("superseded/" + SECOND + "-lost/outbox")).isDirectory();
            run(program, Nightly.LAST);
            for (LocalDate date : List.of(FIRST, SECOND, Nightly.LAST)) {
                assertThat(program.getBean(Verification.class).of(date).differences())
                        .isEmpty();
            }
        }
    }

    private void refusesToGoOn(ConfigurableApplicationContext program) {
        String why = "the books end on " + FIRST + ", but " + SECOND + " was closed and its files were written";
        refuses(() -> run(program, SECOND), why);
        refuses(() -> program.getBean(Nights.class).restart(FIRST, 1), why);
        refuses(() -> program.getBean(Reruns.class).rerun(FIRST, new Actor("mei"), "again", 1), why);
        for (String act : List.of("propose", "approve", "sent")) {
            refuses(() -> typed(program, 0, List.of("payouts", act, "--date", "" + FIRST, "--as", "mei")), why);
        }
        refuses(() -> typed(program, 0, List.of("run", "payout-results", "--as", "mei")), why);
        List<String> alone = new ArrayList<>(accepting());
        alone.set(alone.size() - 1, "mei");
        refuses(() -> typed(program, 0, alone), "mei cannot be the second person too");
    }

    private static List<String> accepting() {
        return List.of("recover", "--restored", "--reason", "disk lost", "--as", "mei", "--second", "jun");
    }

    /** What a command says, with exit 3. */
    private static void refuses(ThrowingCallable act, String why) {
        assertThatThrownBy(act).hasMessageContaining(why).satisfies(refused -> {
            if (refused instanceof Refusal refusal) {
                assertThat(refusal.exit()).isEqualTo(Exit.REFUSED);
            }
        });
    }

    private void released(ConfigurableApplicationContext program, LocalDate date) {
        typed(program, 0, List.of("payouts", "propose", "--date", "" + date, "--as", "mei"));
        typed(program, 0, List.of("payouts", "approve", "--date", "" + date, "--as", "jun"));
    }

    private String typed(ConfigurableApplicationContext program, int exit, List<String> command) {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--home", home.toString()));
        Typed done = Typed.of(program, arguments);
        assertThat(done.exit()).as(done.said()).isEqualTo(exit);
        return done.said();
    }

    private static void run(ConfigurableApplicationContext program, LocalDate date) {
        program.getBean(Nights.class).run(date, 1);
    }

    private Map<Path, FileTime> releasedFiles() throws IOException {
        Map<Path, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home.resolve("outbox"))) {
            for (Path file :
                    all.filter(path -> path.toString().contains("/released/")).toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    private ConfigurableApplicationContext opened(DatabaseSettings settings) {
        return new SpringApplication(QingfenApplication.class)
                .run(
                        "--qingfen.home=" + home,
                        "--qingfen.db.url=" + settings.url(),
                        "--qingfen.db.user=" + settings.user(),
                        "--qingfen.db.password=" + settings.password());
    }

    /** While nothing is open: the file of H2, a copy of the database on PostgreSQL. */
    private DatabaseSettings backedUp() throws IOException {
        if (database == TestDatabase.H2) {
            Files.copy(file(), home.resolve("backup"));
            return books;
        }
        DatabaseSettings postgres = named(books, "postgres");
        new JdbcTemplate(new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password()))
                .execute("create database backup_of_" + name(books) + " template " + name(books));
        return named(books, "backup_of_" + name(books));
    }

    private DatabaseSettings restored(DatabaseSettings backup) throws IOException {
        if (database == TestDatabase.H2) {
            Files.copy(home.resolve("backup"), file(), StandardCopyOption.REPLACE_EXISTING);
        }
        return backup;
    }

    private Path file() {
        return home.resolve("data").resolve("qingfen.mv.db");
    }

    private static String name(DatabaseSettings postgres) {
        return postgres.url().replaceAll(".*/([^?]*).*", "$1");
    }

    private static DatabaseSettings named(DatabaseSettings postgres, String database) {
        return new DatabaseSettings(
                postgres.url().replace("/" + name(postgres), "/" + database), postgres.user(), postgres.password());
    }
}
