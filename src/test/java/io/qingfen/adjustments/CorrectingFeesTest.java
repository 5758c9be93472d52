package io.qingfen.adjustments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.adjustments.Adjustment.Basis;
import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import io.qingfen.repricing.FeeChange;
import io.qingfen.repricing.Sum;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.settlement.Line;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CorrectingFeesTest {
    private static final LocalDate MON = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE = MON.plusDays(1);

    @ParameterizedTest
    @CsvSource({
        "PROPOSED, APPROVED REJECTED WITHDRAWN",
        "APPROVED, APPLIED WITHDRAWN",
        "REJECTED, ''",
        "WITHDRAWN, ''",
        "APPLIED, ''"
    })
    void goesOnlyTheseWays(AdjustmentState from, String targets) {
        assertThat(Arrays.stream(AdjustmentState.values())
                        .filter(from::mayBecome)
                        .map(AdjustmentState::name))
                .containsExactlyInAnyOrder(targets.isEmpty() ? new String[0] : targets.split(" "));
    }

    @ParameterizedTest
    @EnumSource(AdjustmentState.class)
    void isOpenWhileSomethingCanFollow(AdjustmentState state) {
        assertThat(state.isOpen())
                .isEqualTo(Arrays.stream(AdjustmentState.values()).anyMatch(state::mayBecome));
    }

    @ParameterizedTest(name = "{0} {1}: Dr {2} Cr {3}, position {4}")
    @CsvSource({
        "MERCHANT_FEES, -80, income:merchant-fees, liabilities:merchant-payable:M1, 80",
        "MERCHANT_FEES, 1, liabilities:merchant-payable:M1, income:merchant-fees, -1",
        "INSTANT_FEE, -170, income:instant-fees, liabilities:merchant-payable:M1, 170",
        "INSTANT_FEE, 100, liabilities:merchant-payable:M1, income:instant-fees, -100",
    })
    void movesTheDifferenceBackToWhereTheFeeWent(Line fees, long difference, String debit, String credit, long signed) {
        Move move = new AdjustedFees("M1", Currency.CNY, fees, difference).move(adjustment(), TUE);
        assertThat(move.debitAccount()).isEqualTo(debit);
        assertThat(move.creditAccount()).isEqualTo(credit);
        assertThat(move.amountMinor()).isEqualTo(Math.abs(difference));
        assertThat(move.signedMinor()).isEqualTo(signed);
        assertThat(move.line()).isEqualTo("ADJUSTMENTS");
        assertThat(move.businessDate()).isEqualTo(TUE);
        assertThat(move.key()).isEqualTo("ADJUSTMENT|J1|" + fees + "|M1|CNY");
        assertThat(move.description()).matches("adjustment J1 of (instant )?fees of 2026-03-02");
    }

    /** 0.80 back on Monday, 0.20 more on Tuesday: 0.60 back. */
    @Test
    void addsUpAllDatesOfAMerchantCurrencyAndKind() {
        List<AdjustmentLine> lines = List.of(
                line("M1", MON, Line.MERCHANT_FEES, 380, 300),
                line("M1", TUE, Line.MERCHANT_FEES, 100, 120),
                line("M1", MON, Line.INSTANT_FEE, 320, 150),
                line("M2", MON, Line.MERCHANT_FEES, 10, 20),
                line("M2", TUE, Line.MERCHANT_FEES, 20, 10));
        assertThat(Differences.fees(lines))
                .containsExactly(
                        new AdjustedFees("M1", Currency.CNY, Line.MERCHANT_FEES, -60),
                        new AdjustedFees("M1", Currency.CNY, Line.INSTANT_FEE, -170));
    }

    @Test
    void isBoundToEveryFigureAndToTheBytesOfThePlans() {
        List<AdjustmentLine> lines = List.of(line("M1", MON, Line.MERCHANT_FEES, 380, 300));
        Basis basis = basis(MON, MON, "plans.yml", "aa", "");
        Set<String> digests = new HashSet<>(List.of(
                Adjustment.digest(basis, lines),
                Adjustment.digest(basis(MON.minusDays(1), MON, "plans.yml", "aa", ""), lines),
                Adjustment.digest(basis(MON, TUE, "plans.yml", "aa", ""), lines),
                Adjustment.digest(basis(MON, MON, "other.yml", "aa", ""), lines),
                Adjustment.digest(basis(MON, MON, "plans.yml", "ab", ""), lines),
                Adjustment.digest(basis(MON, MON, "plans.yml", "aa", "M1"), lines),
                Adjustment.digest(basis, List.of()),
                Adjustment.digest(basis, List.of(line("M2", MON, Line.MERCHANT_FEES, 380, 300))),
                Adjustment.digest(basis, List.of(line("M1", TUE, Line.MERCHANT_FEES, 380, 300))),
                Adjustment.digest(basis, List.of(line("M1", MON, Line.INSTANT_FEE, 380, 300))),
                Adjustment.digest(basis, List.of(line("M1", MON, Line.MERCHANT_FEES, 381, 300))),
                Adjustment.digest(basis, List.of(line("M1", MON, Line.MERCHANT_FEES, 380, 301)))));
        assertThat(digests).hasSize(12);
    }

    @Test
    void hasTheSameDigestInWhateverOrderItsLinesCome() {
        AdjustmentLine one = line("M1", MON, Line.MERCHANT_FEES, 380, 300);
        AdjustmentLine other = line("M1", TUE, Line.MERCHANT_FEES, 100, 120);
        Basis basis = basis(MON, TUE, "plans.yml", "aa", "");
        assertThat(Adjustment.digest(basis, List.of(other, one)))
                .isEqualTo(Adjustment.digest(basis, List.of(one, other)));
    }

    @Test
    void refusesNothingAndMerchantsWithoutADifference() {
        List<AdjustmentLine> lines = List.of(line("M1", MON, Line.MERCHANT_FEES, 380, 300));
        Differences.requireSomething(basis(MON, MON, "plans.yml", "aa", "M1"), lines);
        refuses(basis(MON, MON, "plans.yml", "aa", "M1,M2"), lines, Exit.USAGE_OR_REFERENCE, "--merchant M2");
        refuses(basis(MON, TUE, "plans.yml", "aa", ""), List.of(), Exit.REFUSED, "on 2026-03-02 to 2026-03-03");
    }

    private static void refuses(Basis basis, List<AdjustmentLine> lines, Exit exit, String why) {
        assertThatThrownBy(() -> Differences.requireSomething(basis, lines))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(exit))
                .hasMessageContaining(why);
    }

    private static Basis basis(LocalDate from, LocalDate to, String plan, String sha256, String merchants) {
        return new Basis(from, to, plan, sha256, Basis.merchants(merchants));
    }

    private static Adjustment adjustment() {
        return new Adjustment(
                "J1",
                1,
                basis(MON, MON, "plans.yml", "aa", ""),
                "",
                "",
                AdjustmentState.APPLIED,
                "mei",
                null,
                "li",
                null,
                null,
                null,
                null,
                TUE);
    }

    private static AdjustmentLine line(String merchant, LocalDate date, Line line, long charged, long other) {
        return new AdjustmentLine(
                date, merchant, new FeeChange("CNY", line, "old", "new"), new Sum(1, 100_000, charged, other));
    }
}
