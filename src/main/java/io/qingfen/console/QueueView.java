package io.qingfen.console;

import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the queue a page shows, as it stands in its address; null and blank ask for nothing.
 *
 * @param state null for what waits for a decision or for its application
 * @param search exactly the id of a case, or the reference, trace number or terminal of its record
 */
record QueueView(
        CaseState state,
        CaseKind kind,
        String merchant,
        String assignee,
        LocalDate date,
        String currency,
        String search) {

    QueueView {
        merchant = text(merchant);
        assignee = text(assignee);
        currency = text(currency);
        search = text(search);
    }

    private static String text(String given) {
        return given == null ? "" : given.strip();
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
                asked(after));
    }

    /** What stands behind the question mark; empty when nothing is asked for. */
    public String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("state", state == null ? "" : state.name());
        parts.put("kind", kind == null ? "" : kind.name());
        parts.put("merchant", merchant);
        parts.put("assignee", assignee);
        parts.put("date", date == null ? "" : date.toString());
        parts.put("currency", currency);
        parts.put("search", search);
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
