package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.ReleaseQueries;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The state of each payout of the date is where its events lead, one legal step after the other; those by people are a
 * release by two of them and a handing over, as the audit chain has them. What banks said is proved by their files.
 */
final class PayoutStateProof {
    private static final Map<String, Set<String>> BEFORE = Map.of(
            "RELEASED", Set.of("PREPARED"),
            "WITHDRAWN", Set.of("PREPARED"),
            "SENT", Set.of("RELEASED"),
            "PAID", Set.of("SENT", "UNKNOWN"),
            "REJECTED", Set.of("SENT", "UNKNOWN"),
            "RETURNED", Set.of("SENT"),
            "UNKNOWN", Set.of("SENT"));
    private final Books books;
    private final LocalDate date;
    private final Set<String> acts = new HashSet<>();
    private final Set<String> releases = new HashSet<>();
    private String payout = "";
    private String state = "";
    private long events;

    PayoutStateProof(Books books, LocalDate date) {
        this.books = books;
        this.date = date;
    }

    /** Whether a payout in the one state may become the other. */
    static boolean mayFollow(String next, String before) {
        return BEFORE.getOrDefault(next, Set.of()).contains(before);
    }

    void prove(Proof proof) {
        released(proof);
        Rows rows = books.rows("table payout_event", ReleaseQueries.STATES);
        Row before = null;
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (!row.cell(0).equals(payout)) {
                end(before, proof);
                payout = row.cell(0);
                state = "PREPARED";
                events = 0;
            }
            if (row.has(2)) {
                event(row, proof);
            }
            before = row;
        }
        end(before, proof);
    }

    private void released(Proof proof) {
        for (Row act : books.all("table audit_record", ReleaseQueries.ACTS, Map.of("day", date.toString()))) {
            String detail = act.cell(0).equals("payouts.sent") ? "" : digestOf(act.cell(2));
            acts.add(act.cell(0) + " by " + act.cell(1) + detail);
        }
        List<Row> approved = books.all("table payout_release", ReleaseQueries.APPROVED);
        proof.holds(
                approved.size() <= 1,
                "table payout_release [" + date + "]: " + approved.size()
                        + " proposals were approved, at most one may be");
        for (Row release : approved) {
            String who = "table payout_release [" + date + "|" + release.cell(0) + "]";
            String words = ", proposal " + release.cell(0) + ", digest " + release.cell(3);
            String checker = release.cell(2);
            boolean system = release.cell(1).equals("system") && checker.equals("system");
            proof.holds(
                    system || !low(checker).equals(low(release.cell(1))),
                    who + " checker: is " + checker + ", maker is " + release.cell(1));
            require(who, "payouts.approve by " + checker + words, proof);
            if (!system) {
                require(who, "payouts.propose by " + release.cell(1) + words, proof);
            }
            releases.add(checker + ", proposal " + release.cell(0) + " of " + release.cell(1));
        }
    }

    private void require(String who, String act, Proof proof) {
        proof.holds(acts.contains(act), who + ": the audit chain has no " + act);
    }

    /** {@code proposal 1, digest 0123…} without the totals behind it. */
    private static String digestOf(String detail) {
        String[] words = detail.split(", ", 3);
        return words.length < 2 ? ", " + detail : ", " + words[0] + ", " + words[1];
    }

    private static String low(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void event(Row row, Proof proof) {
        String who = "table payout_event [" + row.cell(0) + "|" + row.cell(2) + "]";
        String next = row.cell(4);
        events++;
        proof.same(who, "event_no", row.cell(2), events);
        proof.same(who, "from_state (by the event before)", row.cell(3), state);
        proof.holds(mayFollow(next, state), who + " to_state: is " + next + ", which cannot follow " + state);
        if (next.equals("RELEASED")) {
            String release = row.cell(5) + ", " + row.cell(7);
            proof.same(who, "source", row.cell(6), "");
            proof.holds(
                    releases.contains(release),
                    who + ": table payout_release of " + date + " has no release by " + release);
        } else if (next.equals("SENT") && row.cell(6).isEmpty()) {
            require(who, "payouts.sent by " + row.cell(5), proof);
        }
        state = next;
    }

    /** A release takes whatever of its date is prepared. */
    private void end(Row row, Proof proof) {
        if (row != null) {
            String who = "table payout [" + row.cell(0) + "]";
            proof.same(who, "state (by table payout_event)", row.cell(1), state);
            boolean left = releases.isEmpty() || !state.equals("PREPARED");
            proof.holds(left, who + " state: no event says that it left, but " + date + " was released");
        }
    }
}
