package io.qingfen.verify.batch;

import io.qingfen.AgreedTerms;
import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.TestFolder;
import io.qingfen.cli.PlayedActs;
import io.qingfen.cli.Typed;
import io.qingfen.generator.FaultMix;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.nightly.Nights;
import io.qingfen.risk.Holds;
import io.qingfen.run.Actor;
import io.qingfen.run.Home;
import io.qingfen.run.jdbc.DatabaseSettings;
import io.qingfen.verify.Report;
import io.qingfen.verify.Verification;
import io.qingfen.verify.jdbc.Books;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.FileSystemUtils;

/** A home whose nights were played; its program stays open until the test is over. */
final class Played implements AutoCloseable {
    private static final LocalDate FAR = LocalDate.of(2026, 12, 31);
    private final ConfigurableApplicationContext program;
    private final Home home;

    /** @param books null for the embedded database of the home */
    Played(Path root, DatabaseSettings books, List<LocalDate> dates) {
        List<String> properties = new ArrayList<>(List.of("--qingfen.home=" + root));
        if (books != null) {
            properties.add("--qingfen.db.url=" + books.url());
            properties.add("--qingfen.db.user=" + books.user());
            properties.add("--qingfen.db.password=" + books.password());
        }
        home = new Home(root);
        program = new SpringApplication(QingfenApplication.class).run(properties.toArray(String[]::new));
        for (LocalDate date : dates) {
            if (date.equals(dates.get(dates.size() - 1))) {
                anotherAccount(root.resolve("reference").resolve("merchants.csv"));
            }
            run(date);
            if (date.equals(dates.get(0)) && dates.size() > 1) {
                holdTwo();
            }
        }
    }

    /** After the first night two merchants are held, one of them for a date, by its terminal. */
    private void holdTwo() {
        try (Stream<String> lines = Files.lines(home.root().resolve("reference").resolve("terminals.csv"))) {
            List<String[]> terminals =
                    lines.skip(1).map(line -> line.split(",")).toList();
            String[] last = terminals.get(terminals.size() - 1);
            Holds holds = program.getBean(Holds.class);
            holds.place(
                    new Actor("mei"),
                    Holds.Subject.merchant(terminals.get(0)[1]),
                    "asked by the police",
                    Optional.empty());
            holds.place(new Actor("mei"), Holds.Subject.terminal(last[0]), "stolen", Optional.of(FAR));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void run(LocalDate date) {
        program.getBean(Nights.class).run(date, 1);
    }

    /** A story of sample-files/days with what people do between its nights, on the embedded database. */
    static Played story(String name) throws IOException {
        Path story = Path.of("sample-files", "days", name);
        Path root = temporary();
        FileSystemUtils.copyRecursively(story.resolve("home"), root);
        Played played = new Played(root, null, List.of());
        PlayedActs acts = PlayedActs.of(story);
        try (Stream<Path> dates = Files.list(story.resolve("expected"))) {
            dates.map(date -> LocalDate.parse(date.getFileName().toString()))
                    .sorted()
                    .forEach(date -> {
                        played.run(date);
                        acts.after(date, root, played.program);
                    });
        }
        return played;
    }

    /** A command of the command line, on these books. */
    Typed typed(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.root().toString()));
        return Typed.of(program, all);
    }

    /** Before the last night one merchant's account changes. */
    private static void anotherAccount(Path merchants) {
        try {
            String text = Files.readString(merchants);
            Files.writeString(merchants, text.replaceFirst(",99000000000000000[0-9]{2},", ",9911000000000000077,"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static DatabaseSettings books(TestDatabase database) {
        return database == TestDatabase.H2 ? null : database.freshSettings();
    }

    /** Writes the input of so many dates with every kind of trouble, and returns the dates. */
    static List<LocalDate> generated(Path root, LocalDate first, int days, int transactions, long seed) {
        FaultMix everything = FaultMix.read(Path.of("src/test/resources/io/qingfen/verify/every-trouble.yml"));
        List<LocalDate> dates = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            dates.add(first.plusDays(day));
            Generation.write(GenerationOptions.of(root, first.plusDays(day), 8, transactions, seed)
                    .withFaults(everything));
        }
        try {
            Files.copy(
                    Path.of("src/test/resources/io/qingfen/risk/every-kind.yml"),
                    root.resolve("reference").resolve("risk-rules.yml"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        AgreedTerms.add(root.resolve("reference"));
        return dates;
    }

    static Path temporary() {
        try {
            Path directory = TestFolder.named("qingfen-verify");
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Home home() {
        return home;
    }

    DataSource dataSource() {
        return part(DataSource.class);
    }

    <T> T part(Class<T> type) {
        return program.getBean(type);
    }

    /** As the command does it. */
    Report proved(LocalDate date) {
        return program.getBean(Verification.class).of(date);
    }

    /** On a connection that holds changes nobody else sees. */
    Report proved(LocalDate date, Connection connection) {
        try (Books books = new Books(connection, date)) {
            AccountVault vault = AccountVault.of(program.getBean(Environment.class)::getProperty, home.root());
            return new DateProof(books, home, vault, date).prove();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
