package io.qingfen.run;

import java.time.LocalDate;
import java.util.Map;
import org.slf4j.MDC;

/** Which run a line of the log belongs to: its job, business date and id, on every thread that works for it. */
public final class RunLog {
    /** Keys of the context that the log shows, in this order. */
    public static final String RUN = "run";

    public static final String JOB = "job";
    public static final String BUSINESS_DATE = "businessDate";

    private RunLog() {}

    /** Ends what {@link #of} began. */
    @FunctionalInterface
    public interface Mark extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * From now on lines of this thread name the run, until it is closed.
     *
     * @param token fencing token of the lease, which no two runs share
     */
    public static Mark of(String job, LocalDate businessDate, long token) {
        Mark before = of(job, businessDate);
        MDC.put(RUN, job + "-" + businessDate + "-" + token);
        return before;
    }

    /** The same before a run has its lease and after it has given it back: lines name job and business date. */
    public static Mark of(String job, LocalDate businessDate) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        MDC.put(JOB, job);
        MDC.put(BUSINESS_DATE, businessDate.toString());
        return () -> restore(before);
    }

    /** The task, naming the run of the thread that hands it over. */
    public static Runnable carried(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        if (context == null) {
            return task;
        }
        return () -> {
            MDC.setContextMap(context);
            try {
                task.run();
            } finally {
                MDC.clear();
            }
        };
    }

    private static void restore(Map<String, String> context) {
        if (context == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(context);
        }
    }
}
