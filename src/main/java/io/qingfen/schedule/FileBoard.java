package io.qingfen.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which file from whom by when, and what has come. */
public interface FileBoard {
    /** Of a file, and of everything that is expected of one kind. */
    enum State {
        /** It is here, or was used. */
        ARRIVED,
        /** It came after the latest arrival. */
        LATE,
        /** Not here, and there is time. */
        EXPECTED,
        /** Not here after the latest arrival. */
        MISSING,
        /** It lies in quarantine with its reason. */
        REFUSED,
        /** The same bytes were used before. */
        DUPLICATE
    }

    /**
     * One file.
     *
     * @param seenAt when it was first seen; empty when nobody noted it
     * @param detail why it is refused, or which date used it
     */
    record Arrival(String name, State state, Optional<Instant> seenAt, String detail) {}

    /**
     * One kind of file of a business date.
     *
     * @param latest when it must be here
     * @param arrivals in order of names
     */
    record Line(ExpectedFile expected, Optional<Instant> latest, State state, List<Arrival> arrivals) {
        /** Whether the date can be settled with what is here. */
        public boolean isEnough() {
            return state == State.ARRIVED || state == State.LATE;
        }

        /** What is waited for, in words. */
        public String missing() {
            long here = arrivals.stream()
                    .filter(one -> one.state() == State.ARRIVED || one.state() == State.LATE)
                    .count();
            return (expected.atLeast() - here) + " x " + expected.name()
                    + (expected.from().isEmpty() ? "" : " from " + expected.from())
                    + expected.latestArrival()
                            .map(time -> ", by " + time + " of the next day")
                            .orElse("");
        }
    }

    /** The kinds that the job expects of the date, in the order of its definition. */
    List<Line> of(JobDefinition definition, LocalDate businessDate, Instant now);

    /** The first date of the files that wait in the inbox. */
    Optional<LocalDate> earliest(JobDefinition definition);

    /** Notes when files that lie in the inbox were first seen. */
    void note(JobDefinition definition, Instant now);
}
