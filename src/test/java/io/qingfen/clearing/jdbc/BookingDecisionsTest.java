package io.qingfen.clearing.jdbc;

import static io.qingfen.clearing.jdbc.Desk.JUN;
import static io.qingfen.clearing.jdbc.Desk.MEI;
import static io.qingfen.clearing.jdbc.Desk.TUESDAY;
import static io.qingfen.clearing.jdbc.Desk.link;
import static io.qingfen.clearing.jdbc.Desk.proposal;
import static io.qingfen.clearing.jdbc.Desk.waitUntil;
import static io.qingfen.matching.Shop.answer;
import static io.qingfen.matching.Shop.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.ledger.Move;
import io.qingfen.matching.Earlier;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.Question;
import io.qingfen.reference.TxnType;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseSelections;
import io.qingfen.review.Effect;
import io.qingfen.review.Resolution;
import io.qingfen.review.Resolutions;
import io.qingfen.review.Waiting;
import io.qingfen.run.Actor;
import io.qingfen.run.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** From the proposal to the money move: what was shown is what is booked, once. */
@OnBothDatabases
class BookingDecisionsTest {
    private final Desk desk;
    private final Random random = new Random(20260302);
    private int line;

    BookingDecisionsTest(TestDatabase database) {
        desk = new Desk(database);
    }

    /** Every kind of case, everything that can wait behind it, every resolution that fits, amounts by chance. */
    @Test
    void booksExactlyWhatEachPreviewShowed() {
        Map<String, String> shown = new TreeMap<>();
        List<String> cases = new ArrayList<>();
        for (MatchStatus status : MatchStatus.values()) {
            for (Waiting waiting : Waiting.values()) {
                for (Resolution resolution : fitting(status, waiting)) {
                    String caseId = held(status, waiting);
                    Effect preview = desk.people.decisions.preview(proposal(caseId, resolution));
                    assertThat(desk.people.decisions.propose(MEI, proposal(caseId, resolution)))
                            .isEqualTo(preview);
                    assertThat(desk.people.decisions.approve(JUN, caseId)).isEqualTo(preview);
                    preview.moves().forEach(move -> shown.put(move.key(), text(move)));
                    cases.add(caseId);
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(50);
        long suspense = sum("select sum(suspense_minor) from open_item");
        long withheld = sum("select sum(withheld_minor) from open_item");
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).containsExactlyElementsOf(shown.values());
        assertThat(cases).allSatisfy(one -> assertThat(desk.state(one)).startsWith("APPLIED"));
        assertThat(sum("select count(*) from open_item where removed_on is null"))
                .isZero();
        assertThat(sum("select sum(amount_minor) from money_move where move_key like '%|WITHHELD'"))
                .isEqualTo(withheld);
        assertThat(sum("select sum(case when debit_account like 'liabilities:suspense:%' then amount_minor else"
                        + " -amount_minor end) from money_move where move_key like '%|SUSPENSE'"))
                .isEqualTo(suspense);
    }

    private static List<Resolution> fitting(MatchStatus status, Waiting waiting) {
        if (status.caseKind() == null || waiting == Waiting.NOTHING || waiting == Waiting.REVERSAL) {
            return List.of();
        }
        return Resolutions.allowed(status.caseKind(), waiting).stream()
                .filter(one -> one != Resolution.LINK && one != Resolution.WAIT)
                .toList();
    }

    private String held(MatchStatus status, Waiting waiting) {
        boolean credit = waiting.name().startsWith("CREDIT");
        boolean completion = status.name().startsWith("COMPLETION");
        TxnType type = credit ? TxnType.REFUND : completion ? TxnType.PREAUTH_COMPLETION : TxnType.SALE;
        String code = status == MatchStatus.UNKNOWN_OUTCOME ? "" : "00";
        line++;
        Capture capture = waiting.name().contains("AUTHORIZATION")
                ? null
                : claim(line)
                        .rrn(1000 + line)
                        .trace(line)
                        .type(type)
                        .amount(1 + random.nextInt(900_000))
                        .build();
        Authorization authorization = waiting.name().contains("CAPTURE")
                ? null
                : answer(line)
                        .rrn(1000 + line)
                        .trace(line)
                        .type(type)
                        .amount(1 + random.nextInt(900_000))
                        .code(code)
                        .build();
        return desk.held(status, capture, authorization);
    }

    private static String text(Move move) {
        return move.key() + " " + move.line() + " " + move.debitAccount() + " " + move.creditAccount() + " "
                + move.amountMinor() + " " + move.currency();
    }

    private long sum(String sql) {
        return desk.jdbc
                .sql(sql)
                .query((row, no) -> row.getBigDecimal(1).longValueExact())
                .single();
    }

    private String orphanCapture() {
        return desk.held(MatchStatus.ORPHAN_CAPTURE, claim(1).amount(45_00).build(), null);
    }

    private String orphanAuthorization(int at) {
        return desk.held(
                MatchStatus.ORPHAN_AUTHORIZATION, null, answer(at).amount(45_00).build());
    }

    @Test
    void givesTheEffectOnceWhenTwoApproveAtOnce() throws Exception {
        String caseId = orphanCapture();
        desk.people.decisions.propose(MEI, proposal(caseId, Resolution.SETTLE_CAPTURED));
        ExecutorService people = Executors.newFixedThreadPool(2);
        int approved = 0;
        try {
            List<Callable<Object>> acts = List.of(
                    () -> desk.people.decisions.approve(JUN, caseId),
                    () -> desk.people.decisions.approve(new Actor("lin"), caseId));
            for (Future<Object> act : people.invokeAll(acts)) {
                try {
                    act.get();
                    approved++;
                } catch (ExecutionException second) {
                    assertThat(second.getCause()).isInstanceOf(Refusal.class);
                }
            }
        } finally {
            people.shutdown();
        }
        assertThat(approved).isEqualTo(1);
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).hasSize(1);
        desk.opens(TUESDAY.plusDays(1));
        assertThat(desk.moves(TUESDAY.plusDays(1))).isEmpty();
    }

    @Test
    void neverLetsTheMakerApproveNotEvenInTheDatabase() {
        String caseId = orphanCapture();
        desk.people.decisions.propose(MEI, proposal(caseId, Resolution.DO_NOT_SETTLE));
        assertThatThrownBy(() -> desk.people.decisions.approve(new Actor("MEI"), caseId))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("another person");
        assertThatThrownBy(() -> desk.jdbc
                        .sql("update case_proposal set state = 'APPROVED', checker = 'Mei'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> desk.jdbc
                        .sql("update case_proposal set state = 'APPROVED'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(desk.state(caseId)).isEqualTo("PROPOSED");
    }

    @Test
    void voidsTheProposalOfACaseThatClearsItself() {
        String caseId = orphanCapture();
        desk.people.decisions.propose(MEI, proposal(caseId, Resolution.SETTLE_CAPTURED));
        desk.selfClears(caseId);
        assertThat(desk.state(caseId)).isEqualTo("SELF_CLEARED SELF_CLEARED");
        assertThat(desk.proposalState(caseId)).isEqualTo("VOIDED");
        assertThatThrownBy(() -> desk.people.decisions.approve(JUN, caseId)).isInstanceOf(Refusal.class);
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).isEmpty();
    }

    @Test
    void freesTheOtherCaseWhenOneOfALinkClearsItself() {
        String capture = orphanCapture();
        String authorization = orphanAuthorization(2);
        desk.decided(link(capture, authorization));
        assertThat(desk.state(authorization)).isEqualTo("APPROVED");
        desk.selfClears(authorization);
        assertThat(desk.state(capture)).isEqualTo("OPEN");
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).isEmpty();
        assertThat(desk.people.decisions.history(capture))
                .extracting(act -> act.action())
                .containsExactly("PROPOSED", "APPROVED", "VOIDED");
    }

    @Test
    void voidsWhatIsNoLongerWhatWasApproved() {
        String caseId = orphanAuthorization(2);
        desk.decided(proposal(caseId, Resolution.SETTLE_AUTHORIZED));
        desk.jdbc.sql("update open_item set suspense_minor = 44").update();
        desk.opens(TUESDAY);
        assertThat(desk.state(caseId)).isEqualTo("OPEN");
        assertThat(desk.proposalState(caseId)).isEqualTo("VOIDED");
        assertThat(desk.moves(TUESDAY)).isEmpty();
    }

    @Test
    void linksInEitherOrderToTheSameMoves() {
        String capture = orphanCapture();
        String authorization = orphanAuthorization(2);
        Effect one = desk.people.decisions.preview(link(capture, authorization));
        Effect other = desk.people.decisions.preview(link(authorization, capture));
        assertThat(one.moves()).isEqualTo(other.moves());
        assertThat(one.onLine("SALES")).isEqualTo(Map.of("CNY", 45_00L));
        assertThat(one.onLine("MERCHANT_FEES")).isEqualTo(Map.of("CNY", -23L));
    }

    @Test
    void leavesALinkedPairToClearingAndTellsItNotToPayAgain() {
        String capture = orphanCapture();
        String authorization = orphanAuthorization(2);
        desk.decided(link(capture, authorization));
        desk.jdbc.sql("update open_item set joins_until = date '2026-03-02'").update();
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).isEmpty();
        assertThat(List.of(desk.state(capture), desk.state(authorization))).containsOnly("APPLIED LINK");
        assertThat(sum("select count(*) from open_item where removed_on is null and joins_until = date '2026-03-03'"))
                .as("both join once more, to be cleared")
                .isEqualTo(2);
        assertThat(sum("select count(*) from linked_pair where claim_item_id = 'C1' and answer_item_id = 'A2'"))
                .isEqualTo(1);
        assertThat(desk.paidBefore(Question.Kind.CLAIM_CLEARED_HERE)).isTrue();
        assertThat(desk.paidBefore(Question.Kind.CLEARED_HERE)).isTrue();
    }

    @Test
    void refusesToLinkAmountsThatDifferAndNamesBoth() {
        String capture = orphanCapture();
        String authorization = desk.held(
                MatchStatus.ORPHAN_AUTHORIZATION, null, answer(2).amount(44_00).build());
        assertThatThrownBy(() -> desk.people.decisions.propose(MEI, link(capture, authorization)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("captured 45.00, authorized 44.00 CNY");
    }

    @Test
    void takesBackASaleThatPeopleSettledWhenItsReversalComes() {
        String caseId = orphanAuthorization(2);
        desk.decided(proposal(caseId, Resolution.SETTLE_AUTHORIZED));
        desk.opens(TUESDAY);
        Earlier.Original paid = desk.original(TUESDAY.plusDays(1));
        assertThat(paid.transactionId()).isEqualTo("A2");
        assertThat(paid.stillPaidMinor()).isEqualTo(45_00);
        assertThat(paid.reversed()).isFalse();
        String reversal = desk.held(
                MatchStatus.REVERSAL_AFTER_CLEARING,
                null,
                answer(7).type(TxnType.REVERSAL).originalRrn(1001).build());
        desk.jdbc
                .sql("insert into clearing_effect values ('A2', date '2026-03-03', '898310000000001',"
                        + " date '2026-03-03', 'REVERSAL', 'A7', 4500, 0, 0)")
                .update();
        desk.jdbc
                .sql("update open_item set withheld_minor = 4500 where item_id = 'A7'")
                .update();
        assertThat(desk.original(TUESDAY.plusDays(1)).reversed()).isTrue();
        desk.decided(proposal(reversal, Resolution.REFUND_CARDHOLDER));
        desk.opens(TUESDAY.plusDays(1));
        String payable = "liabilities:merchant-payable:898310000000001";
        assertThat(balance(payable))
                .as("what the waiting reversal kept back is given back, and all the rest is undone")
                .isEqualTo(-45_00);
        assertThat(balance("income:merchant-fees")).isZero();
        assertThat(balance("expenses:scheme-cost:UNIONPAY")).isZero();
    }

    @Test
    void neverPaysASaleTwiceButFindsItsMoneyLater() {
        String capture = orphanCapture();
        desk.decided(proposal(capture, Resolution.SETTLE_CAPTURED));
        desk.opens(TUESDAY);
        String late = orphanAuthorization(9);
        assertThatThrownBy(() -> desk.people.decisions.propose(MEI, proposal(late, Resolution.SETTLE_AUTHORIZED)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("paid already, by the decision on case " + capture)
                .hasMessageContaining("--resolution LINK --with " + capture);
        assertThat(desk.state(late)).isEqualTo("OPEN");
        desk.decided(link(late, capture));
        desk.opens(TUESDAY.plusDays(1));
        assertThat(balance("assets:scheme-receivable:UNKNOWN")).isZero();
        assertThat(balance("liabilities:merchant-payable:898310000000001")).isEqualTo(-45_00 + 23);
        String again = orphanAuthorization(10);
        assertThatThrownBy(() -> desk.people.decisions.propose(MEI, link(again, capture)))
                .isInstanceOf(Refusal.class);
    }

    private long balance(String account) {
        return sum("select sum(case when debit_account = '" + account + "' then amount_minor when credit_account = '"
                + account + "' then -amount_minor else 0 end) from money_move");
    }

    @Test
    void paysOnceWhenTwoDecisionsOfOneDateMeanTheSameSale() {
        String capture = orphanCapture();
        String authorization = orphanAuthorization(2);
        desk.decided(proposal(capture, Resolution.SETTLE_CAPTURED));
        desk.decided(proposal(authorization, Resolution.SETTLE_AUTHORIZED));
        desk.opens(TUESDAY);
        assertThat(sum("select sum(amount_minor) from money_move where move_key like '%|SETTLED'"))
                .isEqualTo(45_00);
        assertThat(List.of(desk.state(capture), desk.state(authorization))).contains("OPEN");
    }

    @Test
    void keepsACaseThatWaitsUntilItsDate() {
        String caseId = orphanCapture();
        desk.decided(waitUntil(caseId, TUESDAY.plusDays(9)));
        desk.opens(TUESDAY);
        assertThat(desk.state(caseId)).isEqualTo("APPROVED");
        assertThat(sum("select count(*) from open_item where removed_on is null and joins_until = date '2026-03-12'"))
                .isEqualTo(1);
        desk.opens(TUESDAY.plusDays(8));
        assertThat(desk.state(caseId)).isEqualTo("APPROVED");
        desk.opens(TUESDAY.plusDays(9));
        assertThat(desk.state(caseId)).isEqualTo("OPEN");
        assertThat(desk.people.audited).containsExactly("mei cases.proposed " + caseId, "jun cases.approved " + caseId);
    }

    /** 100.00 with fee 0.50 was paid and 40.00 of it refunded, when the host took the sale back. */
    @Test
    void takesAReversedSaleBackWithWhatIsLeftOfFeeAndCost() {
        desk.jdbc
                .sql("insert into transactions (business_date, transaction_id, merchant_id, terminal_id, batch_no,"
                        + " trace_no, rrn, txn_type, channel, card_type, amount_minor, currency, response_code,"
                        + " match_status, matched_by, disposition, fee_minor, scheme_cost_minor, txn_time, entry_mode,"
                        + " scheme_ref) values (date '2026-03-02', 'C1', '898310000000001', '10000001', '000001',"
                        + " '000001', '000000001001', 'SALE', 'UNIONPAY', 'DEBIT', 10000, 'CNY', '00', 'MATCHED', 'K1',"
                        + " 'SETTLED', 50, 38, 0, '', '')")
                .update();
        String caseId = desk.held(
                MatchStatus.REVERSAL_AFTER_CLEARING,
                null,
                answer(7).type(TxnType.REVERSAL).originalRrn(1001).build());
        desk.jdbc
                .sql(
                        "insert into clearing_effect values"
                                + " ('C1', date '2026-03-02', '898310000000001', date '2026-03-02', 'REFUND', 'C5', 4000, 20, 15),"
                                + " ('C1', date '2026-03-02', '898310000000001', date '2026-03-02', 'REVERSAL', 'A7', 6000, 0, 0)")
                .update();
        desk.jdbc.sql("update open_item set withheld_minor = 6000").update();
        desk.decided(proposal(caseId, Resolution.REFUND_CARDHOLDER));
        desk.opens(TUESDAY);
        String payable = "liabilities:merchant-payable:898310000000001";
        String receivable = "assets:scheme-receivable:UNIONPAY";
        String key = "CASE|" + caseId + "|";
        assertThat(desk.moves(TUESDAY))
                .containsExactly(
                        key + "COST  " + receivable + " expenses:scheme-cost:UNIONPAY 23 CNY",
                        key + "FEE ADJUSTMENTS income:merchant-fees " + payable + " 30 CNY",
                        key + "SETTLED ADJUSTMENTS " + payable + " " + receivable + " 6000 CNY",
                        key + "WITHHELD CREDITS_WITHHELD liabilities:suspense:CREDITS_WITHHELD " + payable
                                + " 6000 CNY");
    }

    @Test
    void tellsMatchingWhichRecordsMustNotBePaidAgain() {
        desk.decided(proposal(orphanCapture(), Resolution.SETTLE_CAPTURED));
        desk.opens(TUESDAY);
        assertThat(desk.paidBefore(Question.Kind.CLAIM_CLEARED_HERE)).isTrue();
        assertThat(desk.paidBefore(Question.Kind.CLEARED_HERE)).isFalse();
    }

    @Test
    void approvesASelectionWholeAndUnchangedOrNotAtAll() {
        String one = desk.held(
                MatchStatus.ORPHAN_AUTHORIZATION,
                null,
                answer(2).rrn(2).amount(10_00).build());
        String other = desk.held(
                MatchStatus.ORPHAN_AUTHORIZATION,
                null,
                answer(3).rrn(3).amount(20_00).build());
        CaseQueue.Filter orphans = new CaseQueue.Filter(
                Optional.empty(),
                Optional.of(CaseKind.ORPHAN_AUTHORIZATION),
                Optional.empty(),
                CaseQueue.Filter.OPEN,
                100);
        CaseSelections selections = desk.people.selections;
        CaseSelections.Selection selection =
                selections.propose(MEI, orphans, Resolution.DO_NOT_SETTLE, Optional.empty(), "seen");
        assertThat(selection.count()).isEqualTo(2);
        assertThat(selection.exposureMinor()).isEqualTo(30_00);
        desk.selfClears(one);
        assertThatThrownBy(() -> selections.approve(JUN, selection.id(), 2, "30.00"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("case " + one + " is SELF_CLEARED now");
        assertThat(desk.state(other)).isEqualTo("PROPOSED");
        selections.reject(JUN, selection.id(), "one has changed");
        assertThat(desk.state(other)).isEqualTo("OPEN");
        CaseSelections.Selection again =
                selections.propose(MEI, orphans, Resolution.DO_NOT_SETTLE, Optional.empty(), "seen");
        selections.approve(JUN, again.id(), 1, "20.00");
        desk.opens(TUESDAY);
        assertThat(desk.state(other)).isEqualTo("APPLIED DO_NOT_SETTLE");
    }
}
