package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.cli.Typed;
import io.qingfen.nightly.Nights;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** A home that the program has open in this virtual machine: what comes before and after a process that is halted. */
final class OpenHome implements AutoCloseable {
    private final Path home;
    private final ConfigurableApplicationContext program;

    /** @param books null for the embedded database in the home */
    OpenHome(Path home, DatabaseSettings books) {
        this.home = home;
        program = Nightly.open(home, books);
    }

    void night(LocalDate date) {
        program.getBean(Nights.class).run(date, 2);
    }

    <T> T part(Class<T> type) {
        return program.getBean(type);
    }

    Typed typed(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", home.toString()));
        return Typed.of(program, all);
    }

    void done(String... arguments) {
        Typed typed = typed(arguments);
        assertThat(typed.exit()).as(typed.said()).isZero();
    }

    @Override
    public void close() {
        program.close();
    }
}
