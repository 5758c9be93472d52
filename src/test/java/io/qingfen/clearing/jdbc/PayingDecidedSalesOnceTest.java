package io.qingfen.clearing.jdbc;

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
import io.qingfen.matching.Earlier;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.Question;
import io.qingfen.reference.TxnType;
import io.qingfen.review.Effect;
import io.qingfen.review.Resolution;
import io.qingfen.run.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Decided sales, their other record, their reversal and later nights: no sale is paid twice, none is forgotten. */
@OnBothDatabases
class PayingDecidedSalesOnceTest {
    private final Desk desk;

    PayingDecidedSalesOnceTest(TestDatabase database) {
        desk = new Desk(database);
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
}
