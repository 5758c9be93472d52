package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldingATrailerAgainstItsFileTest {
    private static List<String> problems(String trailer, String... lines) {
        return MemoryIntake.of(Lines.BATCHES, Lines.batches(trailer, lines)).problems(Lines.BATCHES);
    }

    private static List<String> answerProblems(String trailer, String... lines) {
        return MemoryIntake.of(Lines.AUTHORIZATIONS, Lines.answers(trailer, lines))
                .problems(Lines.AUTHORIZATIONS);
    }

    @Test
    void holdsForAcceptedAndRejectedRecordsTogether() {
        assertThat(problems("T,1,1,12.50", Lines.BATCH, Lines.DETAIL)).isEmpty();
        String lost = Lines.with(Lines.BATCH, 2, "99999999");
        assertThat(problems("T,2,2,25.00", Lines.BATCH, Lines.DETAIL, lost, Lines.DETAIL))
                .isEmpty();
        assertThat(answerProblems("T,2,25.00", Lines.ANSWER, Lines.with(Lines.ANSWER, 7, "x")))
                .isEmpty();
        assertThat(answerProblems("T,2,25.00", Lines.ANSWER, Lines.with(Lines.ANSWER, 8, "4111111111111111")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T,2,1,12.50|the trailer states 2 batches, the file holds 1",
                "T,1,2,12.50|the trailer states 2 details, the file holds 1",
                "T,1,0,12.50|the trailer states 0 details, the file holds 1",
                "T,1,1,12.51|the trailer states amount 12.51, the file holds 12.50 (accepted 12.50, rejected 0.00, 0 unreadable)",
                "T,1,1,12.49|the trailer states amount 12.49, the file holds 12.50 (accepted 12.50, rejected 0.00, 0 unreadable)",
                "T,1,1,12.5|the trailer's amount 12.5 has 1 decimals, the currency 2",
            })
    void showsBothNumbers(String trailer, String problem) {
        assertThat(problems(trailer, Lines.BATCH, Lines.DETAIL)).containsExactly(Lines.BATCHES + ":4: " + problem);
    }

    @Test
    void showsAllThatDiffers() {
        assertThat(problems("T,2,2,0.00", Lines.BATCH, Lines.DETAIL)).hasSize(3);
    }

    @Test
    void doesNotCountLinesOfUnknownType() {
        assertThat(problems("T,1,1,12.50", Lines.BATCH, Lines.DETAIL, "X,1,2")).isEmpty();
        assertThat(problems("T,1,2,12.50", Lines.BATCH, Lines.DETAIL, "X,1,2")).hasSize(1);
    }

    @Test
    void countsLinesWithAWrongNumberOfFields() {
        assertThat(problems("T,1,2,12.50", Lines.BATCH, Lines.DETAIL, "D,1,2")).isEmpty();
        assertThat(problems("T,2,1,12.50", Lines.BATCH, Lines.DETAIL, "B,1,2")).isEmpty();
        assertThat(answerProblems("T,2,12.50", Lines.ANSWER, "A,1")).isEmpty();
    }

    @Test
    void leavesARemainderForAmountsThatCannotBeRead() {
        String unreadable = Lines.with(Lines.DETAIL, 5, "abc");
        assertThat(problems("T,1,2,99.00", Lines.BATCH, Lines.DETAIL, unreadable))
                .isEmpty();
        assertThat(problems("T,1,2,12.50", Lines.BATCH, Lines.DETAIL, unreadable))
                .isEmpty();
        assertThat(problems("T,1,2,12.49", Lines.BATCH, Lines.DETAIL, unreadable))
                .containsExactly(Lines.BATCHES + ":5: the trailer states amount 12.49, the file holds 12.50"
                        + " (accepted 12.50, rejected 0.00, 1 unreadable)");
    }

    @Test
    void comparesSeveralCurrenciesAsDecimals() {
        String yen = "B,898310000000001,00000001,000002,2026-03-02T22:00:00,JPY,1,100,0,0";
        String yenDetail = Lines.with(Lines.DETAIL, 5, "100");
        assertThat(problems("T,2,2,112.50", Lines.BATCH, Lines.DETAIL, yen, yenDetail))
                .isEmpty();
        assertThat(problems("T,2,2,112.5", Lines.BATCH, Lines.DETAIL, yen, yenDetail))
                .isEmpty();
        assertThat(problems("T,2,2,112.51", Lines.BATCH, Lines.DETAIL, yen, yenDetail))
                .hasSize(1);
        String unknown = Lines.with(Lines.with(Lines.ANSWER, 13, "ZZZ"), 12, "0.1234");
        assertThat(answerProblems("T,2,12.6234", Lines.ANSWER, unknown)).isEmpty();
    }

    @Test
    void countsAnAmountOfNothingAsRead() {
        String nothing = Lines.with(Lines.DETAIL, 5, "0.00");
        assertThat(problems("T,1,2,12.51", Lines.BATCH, Lines.DETAIL, nothing)).hasSize(1);
    }
}
