package io.qingfen.cli;

import io.qingfen.overview.NightAccounts;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationContext;

/**
 * A command of the command line, typed while the books of a test are open.
 *
 * @param said what it wrote, results and messages
 */
public record Typed(int exit, String said) {

    /** On the open books of the running program, which stay open. */
    public static Typed of(ApplicationContext program, List<String> arguments) {
        Invocation done = Invocation.of(new OpenBooks(program), arguments.toArray(String[]::new));
        return new Typed(done.exit(), done.out() + done.err());
    }

    private record OpenBooks(ApplicationContext program) implements Engine {
        @Override
        public <T> T part(Class<T> type) {
            return program.getBean(type);
        }

        @Override
        public void run(LocalDate date, int workers) {
            throw new UnsupportedOperationException("nights are played by the test itself");
        }

        @Override
        public void restart(LocalDate date, int workers) {
            run(date, workers);
        }

        @Override
        public List<LocalDate> datesUntil(LocalDate until) {
            throw new UnsupportedOperationException("nights are played by the test itself");
        }

        @Override
        public void requireRunnable(LocalDate date) {}

        @Override
        public void requireRestartable(LocalDate date) {}

        @Override
        public NightAccounts accounts() {
            return part(NightAccounts.class);
        }

        @Override
        public void close() {}
    }
}
