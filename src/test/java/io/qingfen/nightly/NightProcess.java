package io.qingfen.nightly;

import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** One night in a process of its own, which can be killed. Ends with the exit code of the command line. */
final class NightProcess {
    private NightProcess() {}

    public static void main(String[] args) {
        DatabaseSettings books = new DatabaseSettings(args[0], args[1], args[2]);
        Path home = Path.of(args[3]);
        if (Boolean.getBoolean("stub.slow")) {
            StubNight.duringProveBooks = () -> slowly(home);
        }
        int exit = 0;
        try (ConfigurableApplicationContext context = StubNight.started(books, home)) {
            context.getBean(Nights.class).run(LocalDate.parse(args[4]), 2);
        } catch (Refusal refusal) {
            exit = refusal.exit().code();
        }
        System.exit(exit);
    }

    /** Starts it with these options for the virtual machine. */
    static Process start(DatabaseSettings books, Path home, LocalDate date, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NightProcess.class.getName()));
        command.addAll(List.of(books.url(), books.user(), books.password(), home.toString(), date.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Long enough for a signal to arrive in the middle of the step. */
    private static void slowly(Path home) {
        try {
            Files.createFile(home.resolve("inside"));
            Thread.sleep(2000);
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
