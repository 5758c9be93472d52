package io.qingfen.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The audit trail as people read it, and the proof of its chain. Only reads. */
public interface AuditTrail {
    /** One record of the chain. */
    record Entry(long no, Instant at, String actor, String action, String subject, String detail, String sha256) {}

    /**
     * Which records; an empty part asks for nothing.
     *
     * @param action how the action begins, for example {@code payouts.}
     * @param from first day, in UTC
     * @param to last day, in UTC
     * @param before records with a smaller number only, 0 for the latest
     */
    record Wanted(
            String actor,
            String action,
            String subject,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            long before,
            int most) {}

    /** Latest first. */
    List<Entry> find(Wanted wanted);

    /** The end of the chain: to be kept elsewhere, so that a tail that is cut off shows. */
    End end();

    /**
     * Walks the whole chain.
     *
     * @param kept ends that were kept elsewhere: each must be a record of the chain still, with its hash
     * @return what is wrong, in order; empty when nothing is
     */
    List<String> problems(List<End> kept);

    /**
     * The last record of the chain at some time. Whoever can write into the tables can make a chain anew from any record on,
     * but none whose records have the hashes that were kept.
     *
     * @param no 0 before the first record
     * @param sha256 of the record, 64 digits
     */
    record End(long no, String sha256) {
        private static final Pattern TEXT = Pattern.compile("([0-9]{1,18}):([0-9a-f]{64})");

        /** As {@link #toString} writes it; empty for anything else. */
        public static Optional<End> of(String text) {
            Matcher parts = TEXT.matcher(text);
            return parts.matches()
                    ? Optional.of(new End(Long.parseLong(parts.group(1)), parts.group(2)))
                    : Optional.empty();
        }

        /** {@code 1204:5f0c…}. */
        @Override
        public String toString() {
            return no + ":" + sha256;
        }
    }
}
