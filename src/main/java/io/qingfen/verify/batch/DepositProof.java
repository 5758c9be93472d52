package io.qingfen.verify.batch;

import io.qingfen.verify.Columns;
import io.qingfen.verify.DateFacts;
import io.qingfen.verify.DepositReckoning;
import io.qingfen.verify.Merge;
import io.qingfen.verify.PolicyFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.TerminalFacts;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.DepositQueries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rolls every deposit forward from the day before and holds it against the tables. */
final class DepositProof {
    private static final int BEFORE = 17;
    private static final int HIGHEST = 28;
    private final Books books;
    private final DateFacts facts;
    private final LocalDate date;
    private final Map<String, Long> available = new HashMap<>();
    private final List<Row> events = new ArrayList<>();
    private final Map<String, DepositReckoning> nights = new TreeMap<>();
    private LocalDate booksFrom;
    private Rows volumes;
    private Row volume;

    DepositProof(Books books, DateFacts facts) {
        this.books = books;
        this.facts = facts;
        this.date = facts.date();
    }

    void prove(Proof proof) {
        Row span = books.all("table business_day", DepositQueries.BOOKS_FROM).get(0);
        booksFrom = LocalDate.parse(span.cell(0));
        books.all("table position", DepositQueries.AVAILABLE)
                .forEach(row -> available.put(row.cell(0) + "|" + row.cell(1), row.number(2)));
        volumes = books.rows("table terminal_volume", DepositQueries.VOLUMES);
        volume = volumes.next();
        days(proof);
        Merge.compare(
                Columns.of(2, "terminal_id #event_no merchant_id kind amount_minor currency"),
                new Merge.Side("table deposit_event", books.rows("table deposit_event", DepositQueries.EVENTS)),
                new Merge.Side("deposits rolled forward", Rows.of(events)),
                proof);
        if (span.cell(1).equals(date.toString())) {
            states(proof);
        }
    }

    private void days(Proof proof) {
        Map<String, TerminalFacts> expected = new TreeMap<>();
        facts.terminals().values().stream()
                .filter(terminal ->
                        !terminal.policy().isEmpty() && !terminal.activatedOn().isAfter(date))
                .forEach(terminal -> expected.put(terminal.id(), terminal));
        Rows rows = books.rows("table deposit_day", DepositQueries.DAYS);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String who = "table deposit_day [" + date + "|" + row.cell(0) + "]";
            boolean due = expected.remove(row.cell(0)) != null;
            boolean held =
                    row.has(BEFORE) && row.number(BEFORE + 7) - row.number(BEFORE + 8) - row.number(BEFORE + 9) > 0;
            proof.holds(due || held, who + ": has a row, but the frozen terminals.csv knows no deposit of it");
            TerminalFacts terminal = facts.terminals().get(row.cell(0));
            PolicyFacts policy = facts.policy(row.cell(2), LocalDate.parse(row.cell(4)));
            if (terminal == null || policy == null) {
                proof.red(who + " terminal_id, policy: are not in the frozen reference data");
            } else {
                day(row, terminal, policy, who, proof);
            }
        }
        expected.keySet()
                .forEach(id -> proof.red("table deposit_day [" + date + "|" + id
                        + "]: is missing; the frozen terminals.csv has a deposit of it"));
    }

    private void day(Row row, TerminalFacts terminal, PolicyFacts policy, String who, Proof proof) {
        boolean goesOn = row.has(BEFORE) && sameTerms(row, terminal);
        terms(row, terminal, policy, goesOn, who, proof);
        LocalDate activated = LocalDate.parse(row.cell(4));
        LocalDate windowEnd = policy.windowEnd(activated);
        List<String> opening = goesOn || row.has(BEFORE) && !"DUE".equals(row.cell(BEFORE + 2))
                ? null
                : facts.openings().get(terminal.id());
        DepositReckoning night = goesOn
                ? new DepositReckoning(
                        policy,
                        date,
                        windowEnd,
                        row.cell(BEFORE + 2),
                        row.number(BEFORE + 7),
                        row.number(BEFORE + 8),
                        row.number(BEFORE + 9),
                        row.number(BEFORE + 10))
                : opening == null
                        ? DepositReckoning.begun(policy, date, windowEnd)
                        : told(row, policy, windowEnd, opening);
        if (!policy.sale() && terminal.merchantId().equals(row.cell(1))) {
            pass(night, row, terminal, policy, goesOn, opening);
        }
        nights.put(row.cell(0), night);
        int number = 0;
        for (DepositReckoning.Event event : night.events()) {
            events.add(new Row("deposits rolled forward", new String[] {
                row.cell(0),
                Integer.toString(++number),
                row.cell(1),
                event.kind(),
                Long.toString(event.minor()),
                row.cell(7)
            }));
        }
        compare(row, night, who, proof);
    }

    /** A deposit goes on while it keeps its terms; it gives way when the terminal goes out again. */
    private static boolean sameTerms(Row row, TerminalFacts terminal) {
        return row.cell(1).equals(row.cell(BEFORE))
                && row.cell(4).equals(row.cell(BEFORE + 3))
                && row.cell(2).equals(row.cell(BEFORE + 1));
    }

    private DepositReckoning told(Row row, PolicyFacts policy, LocalDate windowEnd, List<String> opening) {
        int digits = OutputCells.digits(row.cell(7));
        return DepositReckoning.told(
                policy,
                date,
                windowEnd,
                YamlFacts.minorOf(opening.get(1), digits),
                YamlFacts.minorOf(opening.get(2), digits),
                YamlFacts.minorOf(opening.get(3), digits));
    }

    private void terms(Row row, TerminalFacts terminal, PolicyFacts policy, boolean goesOn, String who, Proof proof) {
        LocalDate end = policy.windowEnd(LocalDate.parse(row.cell(4)));
        proof.same(who, "window_ends_on", row.cell(5), end);
        proof.same(who, "amount_minor", row.number(6), policy.amountMinor());
        if (goesOn) {
            proof.same(who, "currency", row.cell(7), row.cell(BEFORE + 6));
        } else {
            proof.same(who, "merchant_id", row.cell(1), terminal.merchantId());
            proof.same(who, "policy", row.cell(2), terminal.policy());
            proof.same(who, "activated_on", row.cell(4), terminal.activatedOn());
            boolean known = facts.merchants().containsKey(row.cell(1));
            proof.same(
                    who,
                    "currency",
                    row.cell(7),
                    known ? facts.merchants().get(row.cell(1)).currency() : null);
        }
    }

    private void pass(
            DepositReckoning night,
            Row row,
            TerminalFacts terminal,
            PolicyFacts policy,
            boolean goesOn,
            List<String> opening) {
        LocalDate activated = LocalDate.parse(row.cell(4));
        boolean complete = isComplete(activated, policy, terminal);
        LocalDate from = goesOn
                ? date
                : opening == null ? activated : LocalDate.parse(opening.get(0)).plusDays(1);
        long counted = today(row, policy) + (from.isBefore(date) ? earlier(row, policy, from, date.minusDays(1)) : 0);
        boolean back = terminal.returnedOn() != null && !terminal.returnedOn().isAfter(date);
        boolean known = back && (complete || !terminal.returnedOn().isBefore(booksFrom));
        Boolean returns = back ? Boolean.valueOf(policy.refundsOnReturn() && known) : null;
        String owner = row.cell(1) + "|" + row.cell(7);
        long earned = policy.monthlyMinor() > 0
                ? byMonths(row, policy, activated, opening)
                : row.has(HIGHEST) ? policy.earnedBy(row.number(HIGHEST)) : 0;
        night.pass(counted, earned, available.getOrDefault(owner, 0L), complete, returns);
        available.merge(owner, -night.moved("WITHHELD"), Math::addExact);
    }

    private boolean isComplete(LocalDate activated, PolicyFacts policy, TerminalFacts terminal) {
        List<String> opening = facts.openings().get(terminal.id());
        boolean told = opening != null
                && (policy.monthlyMinor() == 0
                        || LocalDate.parse(opening.get(0)).isBefore(activated.plusMonths(1)));
        return opening == null ? !activated.isBefore(booksFrom) : told;
    }

    /** Counted volume of the date; the rows come in the order of terminals. */
    private long today(Row row, PolicyFacts policy) {
        while (volume != null && volume.cell(0).compareTo(row.cell(0)) < 0) {
            volume = volumes.next();
        }
        long sum = 0;
        while (volume != null && volume.cell(0).equals(row.cell(0))) {
            boolean counts = policy.counts(volume.cell(1), volume.cell(2))
                    && volume.cell(3).equals(row.cell(7));
            sum += counts && inWindow(row, date, policy) ? volume.number(4) : 0;
            volume = volumes.next();
        }
        return sum;
    }

    private static boolean inWindow(Row row, LocalDate day, PolicyFacts policy) {
        LocalDate activated = LocalDate.parse(row.cell(4));
        LocalDate end = policy.windowEnd(activated);
        return !day.isBefore(activated) && (end == null || !day.isAfter(end));
    }

    private long earlier(Row row, PolicyFacts policy, LocalDate from, LocalDate to) {
        long sum = 0;
        for (Row cleared : books.all(
                "table terminal_volume",
                DepositQueries.VOLUMES_OF_TERMINAL,
                Map.of("terminal", row.cell(0), "from", from, "to", to))) {
            boolean counts = policy.counts(cleared.cell(1), cleared.cell(2))
                    && cleared.cell(3).equals(row.cell(7));
            sum += counts && inWindow(row, LocalDate.parse(cleared.cell(0)), policy) ? cleared.number(4) : 0;
        }
        return sum;
    }

    /** The refund when every month reached its amount, from the last date of the last one on. */
    private long byMonths(Row row, PolicyFacts policy, LocalDate activated, List<String> opening) {
        if (activated.plusMonths(policy.monthlyMonths()).minusDays(1).isAfter(date)) {
            return 0;
        }
        for (int month = 0; month < policy.monthlyMonths(); month++) {
            LocalDate first = activated.plusMonths(month);
            LocalDate last = activated.plusMonths(month + 1L).minusDays(1);
            List<String> told = facts.openings().get(row.cell(0));
            boolean tells = told != null
                    && !LocalDate.parse(told.get(0)).isBefore(first)
                    && !LocalDate.parse(told.get(0)).isAfter(last);
            long before = tells ? YamlFacts.minorOf(told.get(3), OutputCells.digits(row.cell(7))) : 0;
            LocalDate from = tells ? LocalDate.parse(told.get(0)).plusDays(1) : first;
            if (before + earlier(row, policy, from, last) < policy.monthlyMinor()) {
                return 0;
            }
        }
        return policy.earnedByAllMonths();
    }

    private static void compare(Row row, DepositReckoning night, String who, Proof proof) {
        proof.same(who, "state", row.cell(3), night.state());
        proof.same(who, "collected_minor", row.number(8), night.collected());
        proof.same(who, "refunded_minor", row.number(9), night.refunded());
        proof.same(who, "forfeited_minor", row.number(10), night.forfeited());
        proof.same(who, "held_minor", row.number(11), night.held());
        proof.same(who, "counted_minor", row.number(12), night.counted());
        proof.same(who, "next_threshold_minor", row.cell(13), night.nextThreshold());
        proof.same(who, "refund_today_minor", row.number(14), night.moved("REFUNDED", "RETURNED"));
        proof.same(who, "collected_today_minor", row.number(15), night.moved("WITHHELD"));
        proof.same(who, "forfeited_today_minor", row.number(16), night.moved("FORFEITED", "CONVERTED"));
    }

    private void states(Proof proof) {
        Map<String, DepositReckoning> left = new TreeMap<>(nights);
        Rows rows = books.rows("table deposit", DepositQueries.STATES);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            DepositReckoning night = left.remove(row.cell(0));
            TerminalFacts terminal = facts.terminals().get(row.cell(0));
            PolicyFacts policy = facts.policy(row.cell(2), LocalDate.parse(row.cell(4)));
            if (night != null && terminal != null && policy != null) {
                new DepositState(row, policy, night, date, proof)
                        .prove(isComplete(LocalDate.parse(row.cell(4)), policy, terminal));
            } else if (night != null) {
                proof.red("table deposit [" + row.cell(0) + "] policy: is not in the frozen reference data");
            } else {
                proof.holds(row.has(21), "table deposit [" + row.cell(0) + "]: no row of deposit_day ever had it");
            }
        }
        left.keySet().forEach(id -> proof.red("table deposit [" + id + "]: is missing; deposit_day has it"));
    }
}
