package io.qingfen.clearing;

import static io.qingfen.matching.Shop.answer;
import static io.qingfen.matching.Shop.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchedBy;
import io.qingfen.matching.Shop;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.pricing.Prices;
import io.qingfen.reference.Conditions;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeeRule;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgingFollowUpsTest implements MerchantFollowUps.Verdicts {
    private static final LocalDate TODAY = Shop.TODAY;
    private static final long ORIGINAL_RRN = 777;

    private final List<String> verdicts = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final Originals originals = new Originals();
    private FeePlan.RefundFee refundFee;

    @BeforeEach
    void giveFeesBack() {
        refundFee = FeePlan.RefundFee.PROPORTIONAL;
    }

    @Test
    void clearsACompletionWithinItsHold() {
        holds.add(hold(TODAY.minusDays(30), 100_00));
        assertThat(play(completion(1, 115_00))).containsExactly("C1 uses its hold", "C1 settled 115.00 fee 0.69");
    }

    @Test
    void holdsACompletionAboveAHundredAndFifteenPercent() {
        holds.add(hold(TODAY, 100_00));
        assertThat(play(completion(1, 115_01))).containsExactly("C1 COMPLETION_EXCEEDS_HOLD");
    }

    @Test
    void holdsACompletionWhoseHoldIsMissingExpiredOrUsed() {
        assertThat(play(completion(1, 50_00))).containsExactly("C1 COMPLETION_WITHOUT_HOLD");
        holds.add(hold(TODAY.minusDays(31), 100_00));
        verdicts.clear();
        assertThat(play(completion(2, 50_00))).containsExactly("C2 COMPLETION_WITHOUT_HOLD");
        holds.set(0, hold(TODAY, 100_00));
        verdicts.clear();
        assertThat(play(completion(3, 50_00), completion(4, 50_00)))
                .containsExactly("C3 uses its hold", "C3 settled 50.00 fee 0.30", "C4 COMPLETION_WITHOUT_HOLD");
    }

    @Test
    void voidsAnOriginalOnceAndWhole() {
        originals.add(sale(100_00, 60));
        assertThat(play(voiding(1, 100_00), voiding(2, 100_00)))
                .containsExactly(
                        "C1 VOID of S1 gives back 60/40", "C1 settled -100.00 fee -0.60", "C2 VOID_WITHOUT_ORIGINAL");
    }

    @Test
    void holdsAVoidOfAnotherAmount() {
        originals.add(sale(100_00, 60));
        assertThat(play(voiding(1, 99_99))).containsExactly("C1 VOID_WITHOUT_ORIGINAL");
    }

    @Test
    void findsAVoidsOriginalByBatchAndTraceOnlyWithoutRrn() {
        originals.add(sale(100_00, 60));
        Shop.Claim byTrace = claim(1).type(TxnType.VOID).originalTrace(5);
        assertThat(play(byTrace.build()))
                .containsExactly("C1 VOID of S1 gives back 60/40", "C1 settled -100.00 fee -0.60");
    }

    @Test
    void judgesCompletionsThenVoidsThenRefundsWhateverTheirLines() {
        holds.add(hold(TODAY, 100_00));
        Capture refund = claim(1).type(TxnType.REFUND).originalRrn(9001).build();
        Capture voiding =
                claim(2).type(TxnType.COMPLETION_VOID).originalRrn(9001).build();
        Capture completion = claim(3).rrn(9001)
                .type(TxnType.PREAUTH_COMPLETION)
                .originalRrn(ORIGINAL_RRN)
                .build();
        assertThat(play(refund, voiding, completion))
                .containsExactly(
                        "C3 uses its hold",
                        "C3 settled 100.00 fee 0.60",
                        "C2 VOID of C3 gives back 60/0",
                        "C2 settled -100.00 fee -0.60",
                        "C1 REFUND_WITHOUT_ORIGINAL");
    }

    @Test
    void refundsByPartsUntilTheOriginalIsUsedUp() {
        originals.add(sale(100_00, 61));
        assertThat(play(refund(1, 33_33), refund(2, 33_33), refund(3, 33_35), refund(4, 33_34)))
                .containsExactly(
                        "C1 REFUND of S1 gives back 20/13",
                        "C1 settled -33.33 fee -0.20",
                        "C2 REFUND of S1 gives back 21/14",
                        "C2 settled -33.33 fee -0.21",
                        "C3 REFUND_EXCEEDS_ORIGINAL",
                        "C4 REFUND of S1 gives back 20/13",
                        "C4 settled -33.34 fee -0.20");
    }

    @Test
    void keepsTheFeeWhenThePlanSaysSo() {
        refundFee = FeePlan.RefundFee.KEEP;
        originals.add(sale(100_00, 60));
        assertThat(play(refund(1, 100_00)))
                .containsExactly("C1 REFUND of S1 gives back 0/0", "C1 settled -100.00 fee 0.00");
    }

    @Test
    void holdsARefundOfAVoidedOriginal() {
        ClearedOriginal sale = sale(100_00, 60);
        sale.markVoided();
        originals.add(sale);
        assertThat(play(refund(1, 1_00))).containsExactly("C1 REFUND_WITHOUT_ORIGINAL");
    }

    private List<String> play(Capture... captures) {
        FeeRule rule =
                new FeeRule("all", Conditions.NONE, Rate.parse("0.6%"), 0, OptionalLong.empty(), OptionalLong.empty());
        FeePlan plan = new FeePlan(
                "STANDARD",
                LocalDate.of(2026, 1, 1),
                refundFee,
                Optional.empty(),
                List.of(),
                Map.of(FeePlan.ONLY_LIST, List.of(rule)));
        Snapshot base = Shop.SNAPSHOT;
        Snapshot snapshot = new Snapshot(
                TODAY,
                base.settings(),
                base.merchants(),
                base.terminals(),
                List.of(plan),
                List.of(),
                List.of(),
                base.calendar(),
                base.responseCodes(),
                Map.of(),
                List.of(),
                "");
        List<FollowUp> followUps = new ArrayList<>();
        for (Capture capture : captures) {
            followUps.add(new FollowUp(
                    "C" + capture.source().line(),
                    capture,
                    answer(capture.source().line())
                            .type(capture.txnType())
                            .rrn(capture.rrn())
                            .amount(capture.amountMinor())
                            .build(),
                    MatchedBy.K1,
                    null));
        }
        new MerchantFollowUps(
                        TODAY,
                        new Holds(holds),
                        originals,
                        new Prices(TODAY, snapshot, merchant -> 0),
                        snapshot::terminal,
                        this)
                .judge(followUps);
        return verdicts;
    }

    private static Hold hold(LocalDate openedOn, long amountMinor) {
        return Hold.open(Digits.rrn(ORIGINAL_RRN), openedOn, amountMinor, Currency.CNY);
    }

    private static ClearedOriginal sale(long amountMinor, long feeMinor) {
        return new ClearedOriginal(
                "S1",
                TODAY.minusDays(3),
                Shop.TERMINAL.id(),
                17,
                5,
                ORIGINAL_RRN,
                TxnType.SALE,
                amountMinor,
                Currency.CNY,
                feeMinor,
                "all",
                40);
    }

    private static Capture completion(int line, long amountMinor) {
        return claim(line)
                .rrn(1000 + line)
                .type(TxnType.PREAUTH_COMPLETION)
                .amount(amountMinor)
                .originalRrn(ORIGINAL_RRN)
                .build();
    }

    private static Capture voiding(int line, long amountMinor) {
        return claim(line)
                .type(TxnType.VOID)
                .amount(amountMinor)
                .originalRrn(ORIGINAL_RRN)
                .build();
    }

    private static Capture refund(int line, long amountMinor) {
        return claim(line)
                .type(TxnType.REFUND)
                .amount(amountMinor)
                .originalRrn(ORIGINAL_RRN)
                .build();
    }

    @Override
    public void settled(FollowUp followUp, ClearedItem item) {
        verdicts.add(followUp.itemId() + " settled " + io.qingfen.money.Amounts.format(item.signedMinor(), 2) + " fee "
                + io.qingfen.money.Amounts.format(item.feeMinor(), 2));
    }

    @Override
    public void held(FollowUp followUp, MatchStatus status) {
        verdicts.add(followUp.itemId() + " " + status);
    }

    @Override
    public void tookEffect(FollowUp followUp, ClearedOriginal original, String kind, long feeBack, long costBack) {
        verdicts.add(followUp.itemId() + " " + kind + " of " + original.transactionId() + " gives back " + feeBack + "/"
                + costBack);
    }

    @Override
    public void holdUsed(Hold hold, FollowUp completion) {
        verdicts.add(completion.itemId() + " uses its hold");
    }
}
