package io.qingfen.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.payouts.PayoutResult.Status;
import io.qingfen.review.CaseKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgingResultsTest {
    private static final LocalDate FEB_12 = LocalDate.of(2026, 2, 12);

    @ParameterizedTest
    @CsvSource({
        "RELEASED, ACCEPTED, SENT, ''",
        "SENT, ACCEPTED, '', ''",
        "PAID, ACCEPTED, '', ''",
        "UNKNOWN, ACCEPTED, '', ''",
        "REJECTED, ACCEPTED, '', PAYOUT_RESULT_MISMATCH",
        "RETURNED, ACCEPTED, '', PAYOUT_RESULT_MISMATCH",
        "PREPARED, ACCEPTED, '', PAYOUT_RESULT_MISMATCH",
        "WITHDRAWN, ACCEPTED, '', PAYOUT_RESULT_MISMATCH",
        "RELEASED, PAID, SENT PAID, ''",
        "RELEASED, REJECTED, SENT REJECTED, PAYOUT_REJECTED",
        "SENT, PAID, PAID, ''",
        "SENT, REJECTED, REJECTED, PAYOUT_REJECTED",
        "SENT, RETURNED, RETURNED, PAYOUT_RETURNED",
        "SENT, UNKNOWN, UNKNOWN, PAYOUT_OUTCOME_UNKNOWN",
        "UNKNOWN, PAID, PAID, ''",
        "UNKNOWN, REJECTED, REJECTED, PAYOUT_REJECTED",
        "UNKNOWN, RETURNED, '', PAYOUT_RESULT_MISMATCH",
        "UNKNOWN, UNKNOWN, '', PAYOUT_RESULT_MISMATCH",
        "PREPARED, PAID, '', PAYOUT_RESULT_MISMATCH",
        "WITHDRAWN, PAID, '', PAYOUT_RESULT_MISMATCH",
        "PAID, PAID, '', PAYOUT_RESULT_MISMATCH",
        "PAID, RETURNED, '', PAYOUT_RESULT_MISMATCH",
        "REJECTED, PAID, '', PAYOUT_RESULT_MISMATCH",
        "RETURNED, REJECTED, '', PAYOUT_RESULT_MISMATCH",
        "SENT, OTHER, '', PAYOUT_RESULT_MISMATCH"
    })
    void changesStatesAsListedAndOpensACaseForTheRest(PayoutState state, Status status, String path, String kind) {
        ResultVerdict verdict = ResultVerdict.of(result(status, "", ""), payout(state));
        assertThat(verdict.path().stream().map(Enum::name).toList())
                .isEqualTo(path.isEmpty() ? List.of() : List.of(path.split(" ")));
        assertThat(verdict.kind().map(Enum::name).orElse("")).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource(PayoutState.class)
    void neverTakesAStepThatTheTableOfStatesLacks(PayoutState state) {
        for (Status status : Status.values()) {
            PayoutState at = state;
            for (PayoutState next :
                    ResultVerdict.of(result(status, "", ""), payout(state)).path()) {
                assertThat(at.mayBecome(next)).as(at + " -> " + next).isTrue();
                at = next;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"100.50, CNY, true", "100.5, CNY, true", "100.51, CNY, false", "100.50, USD, false", "10050, CNY, false"
    })
    void takesOnlyTheAmountAndCurrencyOfThePayout(String amount, String currency, boolean taken) {
        ResultVerdict verdict = ResultVerdict.of(result(Status.PAID, amount, currency), payout(PayoutState.SENT));
        assertThat(verdict.path()).hasSize(taken ? 1 : 0);
        assertThat(verdict.kind()).isEqualTo(taken ? Optional.empty() : Optional.of(CaseKind.PAYOUT_RESULT_MISMATCH));
        if (!taken) {
            assertThat(verdict.why()).contains(amount + " " + currency, "100.50 CNY");
        }
    }

    @Test
    void opensACaseForAPayoutThatWasNeverMadeOrAStatusOfAWholeFile() {
        assertThat(ResultVerdict.of(result(Status.PAID, "", ""), Optional.empty())
                        .kind())
                .contains(CaseKind.PAYOUT_RESULT_UNKNOWN_ID);
        PayoutResult whole = new PayoutResult("", Status.REJECTED, "RJCT", "", "", "message QF1", null, "f.xml:1");
        assertThat(ResultVerdict.of(whole, Optional.empty()).kind()).contains(CaseKind.PAYOUT_RESULT_MISMATCH);
    }

    private static PayoutResult result(Status status, String amount, String currency) {
        return new PayoutResult("P20260212-M1", status, status.name(), amount, currency, "", null, "f.csv:2");
    }

    private static Optional<PayoutStory> payout(PayoutState state) {
        return Optional.of(new PayoutStory(
                "P20260212-M1", FEB_12, "M1", Currency.CNY, 10_050, "payee", "****", FEB_12, state, List.of()));
    }
}
