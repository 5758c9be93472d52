package io.qingfen.scheme.batch;

import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.cli.Typed;
import io.qingfen.nightly.Nights;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A home with the plain Monday and files of schemes, and what people type and look at there. */
abstract class HomeWithSchemes {
    static final Path STORY = Path.of("sample-files/days/2026-03-02-plain");
    static final Path SCHEMES = Path.of("sample-files/schemes");
    static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    static final LocalDate TUE_2026_03_03 = LocalDate.of(2026, 3, 3);
    static final LocalDate WED_2026_03_04 = LocalDate.of(2026, 3, 4);
    static final LocalDate THU_2026_03_05 = LocalDate.of(2026, 3, 5);
    static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);
    static final String FEES = "fees-unionpay_20260302_01.txt";
    static final String UNIONPAY = "scheme-unionpay_20260302_01.txt";
    private final TestDatabase database;

    @TempDir
    Path home;

    ConfigurableApplicationContext program;

    HomeWithSchemes(TestDatabase database) {
        this.database = database;
    }

    Typed compare(LocalDate date, String... more) {
        List<String> words = new ArrayList<>(List.of("run", "scheme-reconciliation", "--date", date.toString()));
        words.addAll(List.of("--as", "li.na", "--home", home.toString()));
        words.addAll(List.of(more));
        return Typed.of(program, words);
    }

    Typed typed(String... arguments) {
        return Typed.of(program, List.of(arguments));
    }

    void night(LocalDate date) {
        program.getBean(Nights.class).run(date, 1);
    }

    /** Alipay makes no bill of a day without transactions; a file without a byte says so. */
    void withoutBill(LocalDate date) throws IOException {
        Files.createFile(home.resolve("inbox/scheme-alipay_" + date.toString().replace("-", "") + "_01.zip"));
    }

    void deliver(String sample, String name) throws IOException {
        Files.copy(SCHEMES.resolve(sample), home.resolve("inbox").resolve(name));
    }

    void withoutRecords(LocalDate date) throws IOException {
        Files.createFile(home.resolve("inbox/scheme-unionpay_" + date.toString().replace("-", "") + "_01.txt"));
        withoutDisputes(date);
        withoutFees(date);
    }

    void withoutFees(LocalDate date) throws IOException {
        Files.createFile(home.resolve("inbox/fees-unionpay_" + date.toString().replace("-", "") + "_01.txt"));
    }

    void withoutDisputes(LocalDate date) throws IOException {
        Files.createFile(
                home.resolve("inbox/disputes-unionpay_" + date.toString().replace("-", "") + "_01.txt"));
    }

    Typed verified(String date) {
        return typed("verify", "--date", date, "--home", home.toString());
    }

    List<String> lines(LocalDate date, String name) throws IOException {
        return Files.readAllLines(home.resolve("outbox/schemes-" + date).resolve(name));
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    List<String> strings(String sql) {
        return jdbc().queryForList(sql, String.class);
    }

    long count(String sql) {
        return jdbc().queryForObject(sql, Long.class);
    }

    JdbcTemplate jdbc() {
        return new JdbcTemplate(program.getBean(DataSource.class));
    }

    ConfigurableApplicationContext opened() {
        DatabaseSettings books = database == TestDatabase.H2
                ? DatabaseSettings.embedded(home.resolve("data").resolve("qingfen"))
                : database.freshSettings();
        return new SpringApplication(QingfenApplication.class)
                .run(
                        "--qingfen.home=" + home,
                        "--qingfen.db.url=" + books.url(),
                        "--qingfen.db.user=" + books.user(),
                        "--qingfen.db.password=" + books.password());
    }
}
