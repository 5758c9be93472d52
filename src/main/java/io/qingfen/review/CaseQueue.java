package io.qingfen.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The review queue as people read it. Reads only. */
public interface CaseQueue {
    /** Most money at stake times days that it has waited first, then oldest, then id. */
    List<Item> list(Filter filter);

    Optional<Item> find(String caseId);

    /** How many cases the filter asks for, whatever its limit and wherever its list begins. */
    long count(Filter filter);

    /**
     * Which cases; an empty part asks for nothing.
     *
     * @param states empty: every state
     * @param limit at most so many
     * @param selection proposed together under this name
     * @param assignee somebody works on it
     * @param currency code; cases without money have none
     * @param words exactly the id of a case, or the reference, trace number or terminal of its record
     * @param after only those behind this case in the order of the list
     * @param expected true: only those that may resolve themselves; false: only those that want a person
     */
    record Filter(
            Optional<LocalDate> openedOn,
            Optional<CaseKind> kind,
            Optional<String> merchantId,
            Set<CaseState> states,
            int limit,
            Optional<String> selection,
            Optional<String> assignee,
            Optional<String> currency,
            Optional<String> words,
            Optional<String> after,
            Optional<Boolean> expected) {
        /** What waits for a decision or for its application. */
        public static final Set<CaseState> OPEN = Set.of(CaseState.OPEN, CaseState.PROPOSED, CaseState.APPROVED);

        public static final Set<CaseState> ANY = Set.of();

        public Filter {
            states = Set.copyOf(states);
        }

        /** Whatever selection they belong to and whoever works on them. */
        public Filter(
                Optional<LocalDate> openedOn,
                Optional<CaseKind> kind,
                Optional<String> merchantId,
                Set<CaseState> states,
                int limit) {
            this(openedOn, kind, merchantId, states, limit, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** From the beginning, whatever their records say. */
        public Filter(
                Optional<LocalDate> openedOn,
                Optional<CaseKind> kind,
                Optional<String> merchantId,
                Set<CaseState> states,
                int limit,
                Optional<String> selection,
                Optional<String> assignee,
                Optional<String> currency) {
            this(
                    openedOn,
                    kind,
                    merchantId,
                    states,
                    limit,
                    selection,
                    assignee,
                    currency,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** The same, but only those that may resolve themselves, or only the others. */
        public Filter expecting(Optional<Boolean> wanted) {
            return new Filter(
                    openedOn, kind, merchantId, states, limit, selection, assignee, currency, words, after, wanted);
        }

        /** The same cases, from the beginning, in these states only. */
        public Filter in(Set<CaseState> others, int most) {
            return new Filter(
                    openedOn,
                    kind,
                    merchantId,
                    others,
                    most,
                    selection,
                    assignee,
                    currency,
                    words,
                    Optional.empty(),
                    expected);
        }
    }

    /**
     * One case with where its records stand; texts are empty and amounts null where it has none.
     *
     * @param resolution empty while open
     * @param closedOn null while open
     * @param exposureMinor money at stake, minor units, never negative
     * @param captureSource file:line of the capture
     * @param authorizationSource file:line of the authorization
     * @param assignee who works on it; empty when nobody in particular
     * @param expectedUntil the last date whose files may still bring what it waits for, so that it closes by itself; null
     *     when a person must decide
     */
    record Item(
            String id,
            LocalDate openedOn,
            CaseState state,
            CaseKind kind,
            String resolution,
            LocalDate closedOn,
            String subject,
            String merchantId,
            String terminalId,
            String batchNo,
            String traceNo,
            String rrn,
            Long capturedMinor,
            Long authorizedMinor,
            String currency,
            String responseCode,
            long exposureMinor,
            String captureSource,
            String authorizationSource,
            String assignee,
            LocalDate expectedUntil) {}
}
