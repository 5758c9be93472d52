package io.qingfen.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.scheme.DisputeVerdict.Original;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sale of 100.00: who is charged for what is disputed of it, and for how much. */
class JudgingDisputesTest {
    private static final LocalDate ANSWER = LocalDate.of(2026, 4, 2);

    @ParameterizedTest
    @CsvSource({
        "E23, -10000, 0, 0, CHARGEBACKS",
        "E23, -10001, 0, 0, ''",
        "E23, -6001, 4000, 0, ''",
        "E23, -6000, 4000, 0, CHARGEBACKS",
        "E25, -5000, 0, 5000, CHARGEBACKS",
        "E25, -5001, 0, 5000, ''",
        "E74, -100, 0, 0, CHARGEBACKS",
        "E24, 5000, 0, 5000, CHARGEBACK_REVERSALS",
        "E24, 5001, 0, 5000, ''",
        "E22, 1, 0, 0, ''",
        "E22, 1, 0, 1, CHARGEBACK_REVERSALS",
        "E32, -100, 0, 0, ''",
        "E80, -100, 0, 0, ''",
        "E84, -100, 0, 0, ''",
        "E05, 0, 0, 0, ''"
    })
    void chargesWhatIsLeftAndGivesBackWhatWasCharged(
            DisputeType type, long minor, long givenBack, long chargedBack, String line) {
        DisputeVerdict verdict = judged(List.of(dispute(type, minor)), List.of(original(givenBack, chargedBack)))
                .get(0);
        assertThat(verdict.line()).isEqualTo(line);
        assertThat(verdict.why().isEmpty()).isEqualTo(!line.isEmpty());
        assertThat(verdict.answerUntil()).isEqualTo(type == DisputeType.E23 || type == DisputeType.E25 ? ANSWER : null);
    }

    @Test
    void countsWhatStandsInTheSameFile() {
        List<DisputeVerdict> verdicts = judged(
                List.of(
                        dispute(DisputeType.E23, -6_000, "a"),
                        dispute(DisputeType.E23, -6_000, "b"),
                        dispute(DisputeType.E24, 6_000, "c"),
                        dispute(DisputeType.E23, -10_000, "d")),
                List.of(original(0, 0)));
        assertThat(verdicts)
                .extracting(DisputeVerdict::line)
                .containsExactly("CHARGEBACKS", "", "CHARGEBACK_REVERSALS", "CHARGEBACKS");
    }

    /** In one file, or in a file that came in other bytes, or under the other name. */
    @Test
    void movesTheMoneyOfOneDisputeOnceHoweverOftenItIsTold() {
        Dispute told = dispute(DisputeType.E23, -3_000, "a");
        List<DisputeVerdict> verdicts = judged(List.of(told, told), List.of(original(0, 0)));
        assertThat(verdicts).extracting(DisputeVerdict::line).containsExactly("CHARGEBACKS", "");
        assertThat(verdicts.get(1).why()).isEqualTo("the same dispute was told before");

        Original booked = new Original("T1", LocalDate.of(2026, 3, 2), "M1", "UNIONPAY", 10_000, 0, 3_000, true);
        assertThat(judged(List.of(told), List.of(booked)).get(0).line()).isEmpty();
    }

    @Test
    void chargesNobodyWhenNoneOrSeveralTransactionsMayBeMeant() {
        List<Dispute> one = List.of(dispute(DisputeType.E23, -100));
        assertThat(judged(one, List.of()).get(0).why()).startsWith("no transaction of ours");
        assertThat(judged(one, List.of(original(0, 0), original(0, 0))).get(0).why())
                .startsWith("2 transactions of ours");
    }

    @Test
    void knowsTheDirectionOfEveryType() {
        List<String> signs = new ArrayList<>();
        for (DisputeType type : DisputeType.values()) {
            signs.add(type + " " + type.sign());
        }
        assertThat(signs)
                .containsExactly(
                        "E05 0", "E22 1", "E23 -1", "E24 1", "E25 -1", "E32 -1", "E74 -1", "E80 -1", "E84 -1",
                        "FEES 0");
    }

    private static List<DisputeVerdict> judged(List<Dispute> disputes, List<Original> originals) {
        return new DisputeJudging(ANSWER, dispute -> originals).judge(disputes);
    }

    private static Original original(long givenBack, long chargedBack) {
        return new Original("T1", LocalDate.of(2026, 3, 2), "M1", "UNIONPAY", 10_000, givenBack, chargedBack, false);
    }

    private static Dispute dispute(DisputeType type, long minor) {
        return dispute(type, minor, "ref");
    }

    private static Dispute dispute(DisputeType type, long minor, String schemeRef) {
        return new Dispute(
                new Place(1, 1),
                type,
                "4515",
                schemeRef,
                "030201000001",
                "10000001",
                "M1",
                minor,
                0,
                Currency.CNY,
                0,
                "",
                "");
    }
}
