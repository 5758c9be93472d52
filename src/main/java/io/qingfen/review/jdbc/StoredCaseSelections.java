package io.qingfen.review.jdbc;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseQueue.Item;
import io.qingfen.review.CaseSelections;
import io.qingfen.review.CaseState;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Table case_selection; its cases are the proposals that carry its id. */
@Component
class StoredCaseSelections implements CaseSelections {
    private static final int MOST_CASES = 10_000;
    private static final int PROBLEMS_SHOWN = 10;
    private static final String STANDING = """
            select s.*,
                   (select count(*) from case_proposal p
                     where p.selection_id = s.selection_id and p.state = 'PROPOSED') as still_proposed,
                   (select coalesce(min(p.reason), '') from case_proposal p
                     where p.selection_id = s.selection_id) as why
              from case_selection s
            """;

    private final JdbcClient jdbc;
    private final CaseQueue queue;
    private final ProposalRows rows;
    private final ProposedDecisions proposed;
    private final Audit audit;
    private final TransactionTemplate transaction;

    StoredCaseSelections(
            JdbcClient jdbc,
            CaseQueue queue,
            ProposalRows rows,
            ProposedDecisions proposed,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.rows = rows;
        this.proposed = proposed;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Selection propose(
            Actor maker, Filter filter, Resolution resolution, Optional<LocalDate> until, String comment) {
        return propose(maker, filter, resolution, until, comment, "");
    }

    @Override
    public Selection propose(
            Actor maker, Filter filter, Resolution resolution, Optional<LocalDate> until, String comment, String seal) {
        if (resolution == Resolution.LINK) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, "LINK pairs two named cases; propose it case by case");
        }
        return transaction.execute(status -> {
            Seen seen = look(filter);
            requireSame(seen, seal);
            List<Item> cases = seen.cases();
            List<Proposal> proposals = cases.stream()
                    .map(one -> new Proposal(one.id(), resolution, Optional.empty(), until, comment))
                    .toList();
            Selection selection = selection(maker, resolution, comment, cases, seen.currency(), until);
            store(selection, maker);
            proposeAll(maker, proposals, selection.id());
            record(maker, "proposed", selection, comment);
            return selection;
        });
    }

    @Override
    public Seen look(Filter filter) {
        List<Item> cases = new ArrayList<>(queue.list(filter.in(Set.of(CaseState.OPEN), MOST_CASES + 1)));
        if (cases.isEmpty() || cases.size() > MOST_CASES) {
            throw new Refusal(
                    Exit.REFUSED,
                    (cases.isEmpty() ? "no open case" : "more than " + MOST_CASES + " open cases")
                            + " of that kind, merchant, date and currency; see: qingfen cases list");
        }
        cases.sort(Comparator.comparing(Item::id));
        return new Seen(cases, exposure(cases), oneCurrency(cases), sha256(text(cases)));
    }

    private static void requireSame(Seen now, String seal) {
        if (!seal.isEmpty() && !seal.equals(now.seal())) {
            throw new Refusal(
                    Exit.REFUSED,
                    "the open cases are not those that you looked at: "
                            + now.cases().size() + " with "
                            + Amounts.format(now.exposureMinor(), now.currency()) + " " + now.currency()
                            + " at stake now; nothing was proposed, look at them again");
        }
    }

    /** A sum is a number that a person checks, so it must be of one currency; cases without money have the home one's. */
    private static Currency oneCurrency(List<Item> cases) {
        List<String> codes = cases.stream()
                .map(Item::currency)
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
        if (codes.size() > 1) {
            throw new Refusal(
                    Exit.REFUSED,
                    "the cases are of several currencies (" + String.join(", ", codes) + "), and a sum needs one;"
                            + " choose one with --currency " + codes.get(0) + ", or fewer with --merchant or --date");
        }
        return codes.isEmpty() ? Currency.CNY : Currency.of(codes.get(0));
    }

    private void proposeAll(Actor maker, List<Proposal> proposals, String selection) {
        List<String> problems = new ArrayList<>();
        for (Proposal proposal : proposals) {
            try {
                proposed.propose(maker, proposal, selection);
            } catch (Refusal refusal) {
                problems.addAll(refusal.problems());
            }
            if (problems.size() >= PROBLEMS_SHOWN) {
                break;
            }
        }
        if (!problems.isEmpty()) {
            problems.add("nothing was proposed: a selection is proposed whole or not at all");
            throw new Refusal(Exit.REFUSED, problems);
        }
    }

    private static Selection selection(
            Actor maker,
            Resolution resolution,
            String comment,
            List<Item> cases,
            Currency currency,
            Optional<LocalDate> until) {
        String digest = sha256(maker + "|" + resolution + "|" + until + "|" + comment + text(cases));
        long exposure = exposure(cases);
        return new Selection("S" + digest.substring(0, 16), resolution, cases.size(), exposure, currency, digest);
    }

    /** One line each. */
    private static String text(List<Item> cases) {
        StringBuilder text = new StringBuilder();
        for (Item one : cases) {
            text.append('\n')
                    .append(one.id())
                    .append('|')
                    .append(one.exposureMinor())
                    .append('|')
                    .append(one.currency());
        }
        return text.toString();
    }

    private static long exposure(List<Item> cases) {
        return cases.stream().mapToLong(Item::exposureMinor).reduce(0, Math::addExact);
    }

    /** The same selection proposed again after a rejection takes the place of the old one. */
    private void store(Selection selection, Actor maker) {
        if (rows.ofSelection(selection.id()).stream()
                .anyMatch(row -> row.standing().state().equals("PROPOSED"))) {
            throw new Refusal(Exit.REFUSED, "selection " + selection.id() + " is proposed already");
        }
        forget(selection.id());
        jdbc.sql("insert into case_selection (selection_id, resolution, item_count, exposure_minor, currency, digest,"
                        + " maker, proposed_at) values (?, ?, ?, ?, ?, ?, ?, current_timestamp)")
                .params(
                        selection.id(),
                        selection.resolution().name(),
                        selection.count(),
                        selection.exposureMinor(),
                        selection.currency().code(),
                        selection.digest(),
                        maker.name())
                .update();
    }

    private void forget(String selection) {
        jdbc.sql("update case_proposal set selection_id = null where selection_id = ?")
                .param(selection)
                .update();
        jdbc.sql("delete from case_selection where selection_id = ?")
                .param(selection)
                .update();
    }

    @Override
    public Selection approve(Actor checker, String name, long count, String sum) {
        return transaction.execute(status -> {
            Selection selection = required(name);
            requireExpected(selection, count, sum);
            List<ProposalRows.Row> all = rows.ofSelection(name);
            requireUnchanged(selection, all);
            all.forEach(row -> proposed.approve(checker, row));
            record(checker, "approved", selection, "");
            return selection;
        });
    }

    private static void requireExpected(Selection selection, long count, String sum) {
        String expected = Amounts.format(selection.exposureMinor(), selection.currency());
        if (count != selection.count() || !expected.equals(sum)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "selection " + selection.id() + " has " + selection.count() + " cases with " + expected + " "
                            + selection.currency() + ", not " + count + " with " + sum
                            + "; nothing was approved. See them: qingfen cases list --selection " + selection.id());
        }
    }

    /** Every case must still be proposed as it was, with the exposure that was summed. */
    private void requireUnchanged(Selection selection, List<ProposalRows.Row> all) {
        List<String> changed = new ArrayList<>();
        for (ProposalRows.Row row : all) {
            CaseState state = rows.lock(row.proposal().caseId());
            if (state != CaseState.PROPOSED || !row.standing().state().equals("PROPOSED")) {
                changed.add("case " + row.proposal().caseId() + " is " + state + " now");
            }
        }
        Long exposure = jdbc.sql("select coalesce(sum(c.exposure_minor), 0) from case_proposal p"
                        + " join review_case c on c.case_id = p.case_id where p.selection_id = ?")
                .param(selection.id())
                .query((row, no) -> row.getBigDecimal(1).longValueExact())
                .single();
        if (!changed.isEmpty() || all.size() != selection.count() || exposure != selection.exposureMinor()) {
            List<String> problems = new ArrayList<>(changed.subList(0, Math.min(PROBLEMS_SHOWN, changed.size())));
            if (exposure != selection.exposureMinor()) {
                problems.add("its cases have " + Amounts.format(exposure, selection.currency()) + " "
                        + selection.currency() + " at stake now, "
                        + Amounts.format(selection.exposureMinor(), selection.currency()) + " when they were proposed");
            }
            boolean waits = all.stream().anyMatch(row -> row.standing().state().equals("PROPOSED"));
            problems.add("selection " + selection.id() + " is no longer what was proposed; nothing was approved."
                    + (waits
                            ? " Give it back and propose again: qingfen cases reject --selection " + selection.id()
                                    + " --comment TEXT"
                            : " None of its cases waits for approval any more: qingfen cases list --selection "
                                    + selection.id()));
            throw new Refusal(Exit.REFUSED, problems);
        }
    }

    @Override
    public Selection reject(Actor actor, String name, String comment) {
        return transaction.execute(status -> {
            Selection selection = required(name);
            List<ProposalRows.Row> standing = rows.ofSelection(name).stream()
                    .filter(row -> row.standing().state().equals("PROPOSED"))
                    .toList();
            if (standing.isEmpty()) {
                throw new Refusal(Exit.REFUSED, "no case of selection " + name + " waits for approval any more");
            }
            standing.forEach(row -> proposed.reject(actor, row, comment));
            record(actor, "rejected", selection, comment);
            return selection;
        });
    }

    @Override
    public List<Standing> waiting() {
        return jdbc.sql(STANDING + " where exists (select 1 from case_proposal p"
                        + " where p.selection_id = s.selection_id and p.state = 'PROPOSED')"
                        + " order by s.proposed_at, s.selection_id")
                .query(StoredCaseSelections::standing)
                .list();
    }

    @Override
    public Optional<Standing> find(String selection) {
        return jdbc.sql(STANDING + " where s.selection_id = ?")
                .param(selection)
                .query(StoredCaseSelections::standing)
                .optional();
    }

    private static Standing standing(ResultSet row, int no) throws SQLException {
        return new Standing(
                read(row),
                row.getString("maker"),
                row.getObject("proposed_at", OffsetDateTime.class),
                row.getString("why"),
                row.getLong("still_proposed"));
    }

    private Selection required(String name) {
        return jdbc.sql("select * from case_selection where selection_id = ? for update")
                .param(name)
                .query((row, no) -> read(row))
                .optional()
                .orElseThrow(() -> new Refusal(Exit.USAGE_OR_REFERENCE, "There is no selection " + name));
    }

    private static Selection read(ResultSet row) throws SQLException {
        return new Selection(
                row.getString("selection_id"),
                Resolution.valueOf(row.getString("resolution")),
                row.getLong("item_count"),
                row.getLong("exposure_minor"),
                Currency.of(row.getString("currency")),
                row.getString("digest"));
    }

    private void record(Actor actor, String what, Selection selection, String comment) {
        audit.record(
                actor,
                "cases.selection." + what,
                selection.id(),
                selection.resolution() + ", " + selection.count() + " cases, "
                        + Amounts.format(selection.exposureMinor(), selection.currency()) + " "
                        + selection.currency() + ", digest " + selection.digest()
                        + (comment.isEmpty() ? "" : ": " + comment));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
