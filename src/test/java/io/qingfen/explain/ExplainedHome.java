package io.qingfen.explain;

import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.cli.PlayedActs;
import io.qingfen.nightly.Nights;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A home whose nights were played, open for explanations. */
final class ExplainedHome implements AutoCloseable {
    private final ConfigurableApplicationContext program;

    private ExplainedHome(ConfigurableApplicationContext program) {
        this.program = program;
    }

    /** @param database H2 keeps its books in the home */
    static ExplainedHome open(Path home, TestDatabase database) {
        List<String> properties = new ArrayList<>(List.of("--qingfen.home=" + home));
        if (database != TestDatabase.H2) {
            DatabaseSettings books = database.freshSettings();
            properties.add("--qingfen.db.url=" + books.url());
            properties.add("--qingfen.db.user=" + books.user());
            properties.add("--qingfen.db.password=" + books.password());
        }
        return new ExplainedHome(
                new SpringApplication(QingfenApplication.class).run(properties.toArray(String[]::new)));
    }

    /** A story of sample-files/days, every date of it, with what people and banks do between the nights. */
    static ExplainedHome ofStory(Path day, Path home, TestDatabase database) throws IOException {
        FileSystemUtils.copyRecursively(day.resolve("home"), home);
        ExplainedHome opened = open(home, database);
        PlayedActs acts = PlayedActs.of(day);
        try (Stream<Path> dates = Files.list(day.resolve("expected"))) {
            dates.map(date -> LocalDate.parse(date.getFileName().toString()))
                    .sorted()
                    .forEach(date -> {
                        opened.play(date);
                        acts.after(date, home, opened.program);
                    });
        }
        return opened;
    }

    void play(LocalDate date) {
        program.getBean(Nights.class).run(date, 2);
    }

    Explainer explainer() {
        return program.getBean(Explainer.class);
    }

    <T> T part(Class<T> type) {
        return program.getBean(type);
    }

    JdbcClient jdbc() {
        return program.getBean(JdbcClient.class);
    }

    List<String> ids(String sql) {
        return jdbc().sql(sql).query(String.class).list();
    }

    @Override
    public void close() {
        program.close();
    }
}
