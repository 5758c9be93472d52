package io.qingfen.console;

import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseState;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What of the queue a page shows, as it stands in its address; null and blank ask for nothing.
 *
 * @param state null for what waits for a decision or for its application
 * @param search exactly the id of a case, or the reference, trace number or terminal of its record
 * @param expected true: only what may resolve itself; false: only what wants a person; null for both
 */
record QueueView(
        CaseState state,
        CaseKind kind,
        String merchant,
        String assignee,
        LocalDate date,
        String currency,
        String search,
        Boolean expected) {

    QueueView {
        merchant = Address.text(merchant);
        assignee = Address.text(assignee);
        currency = Address.text(currency);
        search = Address.text(search);
    }

    private static Optional<String> asked(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty());
    }

    Filter filter(int limit, String after) {
        return new Filter(
                Optional.ofNullable(date),
                Optional.ofNullable(kind),
                asked(merchant),
                state == null ? Filter.OPEN : Set.of(state),
                limit,
                Optional.empty(),
                asked(assignee),
                asked(currency),
                asked(search),
                asked(after),
                Optional.ofNullable(expected));
    }

    /** The same cases, but only those that may resolve themselves, or only the others; null for both. */
    public QueueView expecting(Boolean wanted) {
        return new QueueView(state, kind, merchant, assignee, date, currency, search, wanted);
    }

    /** What stands behind the question mark; empty when nothing is asked for. */
    public String query() {
        return Address.query(
                "state",
                state,
                "kind",
                kind,
                "merchant",
                merchant,
                "assignee",
                assignee,
                "date",
                date,
                "currency",
                currency,
                "search",
                search,
                "expected",
                expected);
    }
}
