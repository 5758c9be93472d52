package io.qingfen.clearing.jdbc;

import io.qingfen.TestDatabase;
import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.clearing.ItemCases;
import io.qingfen.clearing.ItemMoney;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.ledger.jdbc.TestLedger;
import io.qingfen.matching.Earlier;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.OpenItem;
import io.qingfen.matching.Outcome;
import io.qingfen.matching.Question;
import io.qingfen.matching.Shop;
import io.qingfen.money.Rate;
import io.qingfen.reference.Conditions;
import io.qingfen.reference.CostComponent;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeeRule;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.TxnType;
import io.qingfen.review.Case;
import io.qingfen.review.Cases;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.review.jdbc.TestCases;
import io.qingfen.review.jdbc.TestDecisions;
import io.qingfen.run.Actor;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk of the people who decide cases, on books of their own: one shop, whose fee is 0.5 % and whose cost 0.38 %. */
final class Desk implements BusinessDays {
    static final LocalDate MONDAY = Shop.TODAY;
    static final LocalDate TUESDAY = MONDAY.plusDays(1);
    static final Actor MEI = new Actor("mei");
    static final Actor JUN = new Actor("jun");

    final JdbcClient jdbc;
    final StoredCaseEffects effects;
    final TestDecisions people;
    private final JdbcTemplate template;
    private final Cases cases;
    private final TransactionTemplate transaction;
    private final BulkLoad bulk;
    private final DecisionsOfTheDay night;

    Desk(TestDatabase database) {
        DataSource dataSource = database.fresh();
        database.dialect().createDatePartition(new JdbcTemplate(dataSource), MONDAY);
        template = new JdbcTemplate(dataSource);
        bulk = TestBulkLoad.on(dataSource, database.dialect());
        jdbc = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        cases = TestCases.in(dataSource, bulk);
        DecidedItems items = new DecidedItems(jdbc, Desk::reference);
        DecisionPlans plans = new DecisionPlans(items, new PaidAlready(jdbc), Desk::reference, template);
        effects = new StoredCaseEffects(plans, new SchemeMoney(jdbc), this);
        people = TestDecisions.on(dataSource, effects, this);
        night = new DecisionsOfTheDay(people.taken, plans, TestLedger.moves(dataSource), template);
    }

    private static Snapshot reference(LocalDate date) {
        Snapshot shop = Shop.SNAPSHOT;
        FeePlan plan = new FeePlan(
                "STANDARD",
                LocalDate.of(2026, 1, 1),
                FeePlan.RefundFee.PROPORTIONAL,
                Optional.empty(),
                List.of(),
                Map.of(FeePlan.ONLY_LIST, List.of(rule("0.50%"))));
        return new Snapshot(
                date,
                shop.settings(),
                shop.merchants(),
                shop.terminals(),
                List.of(plan),
                List.of(new CostComponent("ALL", LocalDate.of(2026, 1, 1), List.of(rule("0.38%")))),
                shop.policies(),
                shop.calendar(),
                shop.responseCodes(),
                shop.depositOpenings(),
                shop.openingBalances(),
                shop.sha256());
    }

    private static FeeRule rule(String rate) {
        return new FeeRule("all", Conditions.NONE, Rate.parse(rate), 0, OptionalLong.empty(), OptionalLong.empty());
    }

    /** Held on Monday, as clearing would hold it; returns the case. */
    String held(MatchStatus status, Capture capture, Authorization authorization) {
        String itemId = capture != null
                ? "C" + capture.source().line()
                : "A" + authorization.source().line();
        Case opened = new ItemCases(MONDAY).of(itemId, status, capture, authorization);
        Outcome outcome = status == MatchStatus.UNKNOWN_OUTCOME ? Outcome.UNKNOWN : Outcome.APPROVED;
        ItemMoney money = ItemMoney.of(status, authorization, outcome);
        transaction.executeWithoutResult(tx -> {
            cases.open(List.of(opened));
            try (OpenItems items = new OpenItems(template, MONDAY, bulk)) {
                items.add(new OpenItem(
                        itemId,
                        MONDAY,
                        status,
                        null,
                        capture,
                        authorization,
                        opened.id(),
                        money.suspenseMinor(),
                        money.withheldMinor(),
                        MONDAY.plusDays(3)));
            }
        });
        return opened.id();
    }

    /** Its counterpart came in the night of Tuesday. */
    void selfClears(String caseId) {
        transaction.executeWithoutResult(tx -> {
            cases.selfClose(List.of(caseId), Cases.SelfClosing.SELF_CLEARED, TUESDAY);
            jdbc.sql("update open_item set removed_on = ? where case_id = ?")
                    .params(TUESDAY, caseId)
                    .update();
        });
    }

    void opens(LocalDate date) {
        transaction.executeWithoutResult(tx -> night.takeOver(date));
    }

    void decided(Proposal proposal) {
        people.decisions.propose(MEI, proposal);
        people.decisions.approve(JUN, proposal.caseId());
    }

    static Proposal proposal(String caseId, Resolution resolution) {
        return new Proposal(caseId, resolution, Optional.empty(), Optional.empty(), "because");
    }

    static Proposal link(String caseId, String with) {
        return new Proposal(caseId, Resolution.LINK, Optional.of(with), Optional.empty(), "one sale");
    }

    static Proposal waitUntil(String caseId, LocalDate date) {
        return new Proposal(caseId, Resolution.WAIT, Optional.empty(), Optional.of(date), "later");
    }

    String state(String caseId) {
        return jdbc.sql("select state || ' ' || resolution from review_case where case_id = ?")
                .param(caseId)
                .query(String.class)
                .single()
                .strip();
    }

    /** What matching is told about the sale of reference 1001. */
    boolean paidBefore(Question.Kind kind) {
        Question question = new Question(kind, Shop.TERMINAL.id(), 1001, TxnType.SALE);
        return new EarlierClearings(template, TUESDAY, 365)
                .answer(List.of(question))
                .clearedHere(question);
    }

    /** What a reversal of reference 1001 that comes on this date undoes. */
    Earlier.Original original(LocalDate date) {
        Question question =
                new Question(Question.Kind.ORIGINAL, Shop.TERMINAL.merchant().id(), 1001, null);
        return new EarlierClearings(template, date, 365)
                .answer(List.of(question))
                .original(question);
    }

    String proposalState(String caseId) {
        return people.decisions.standing(caseId).orElseThrow().state();
    }

    /** Moves of the date as {@code key line debit credit amount currency}, in order of their keys. */
    List<String> moves(LocalDate date) {
        return jdbc.sql("select move_key || ' ' || line || ' ' || debit_account || ' ' || credit_account || ' '"
                        + " || amount_minor || ' ' || currency from money_move where business_date = ?"
                        + " order by move_key")
                .param(date)
                .query(String.class)
                .list();
    }

    @Override
    public Optional<LocalDate> first() {
        return Optional.of(MONDAY);
    }

    @Override
    public Optional<LocalDate> latestClosed() {
        return Optional.of(MONDAY);
    }

    @Override
    public Optional<BusinessDay> find(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<BusinessDay> latest() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void open(LocalDate date) {}

    @Override
    public boolean beginTakingOver(LocalDate date) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void fail(LocalDate date, String reason) {}

    @Override
    public void close(LocalDate date) {}

    @Override
    public void ranges(LocalDate date, int ranges) {}
}
