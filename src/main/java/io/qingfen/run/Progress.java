package io.qingfen.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** How far the run has come, from the steps to whoever shows it. */
public final class Progress {
    private final List<Consumer<Report>> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param unit what is counted: {@code partitions}, {@code records}, {@code bytes}
     * @param total 0 when it is not known
     */
    public record Report(String step, String unit, long done, long total) {
        /** A step begins; nothing of it is counted yet, and of a step in one piece nothing ever is. */
        public static Report begun(String step) {
            return new Report(step, "", 0, 0);
        }
    }

    /** Called on the thread that did the work, several at once; must be quick. */
    public void listen(Consumer<Report> listener) {
        listeners.add(listener);
    }

    /** See {@link Report#begun}. */
    public void begin(String step) {
        tell(Report.begun(step));
    }

    public void report(String step, String unit, long done, long total) {
        tell(new Report(step, unit, done, total));
    }

    private void tell(Report report) {
        listeners.forEach(listener -> listener.accept(report));
    }
}
