package io.qingfen.matching;

import static io.qingfen.matching.Shop.answer;
import static io.qingfen.matching.Shop.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JudgingATerminalTest {

    @Nested
    class Pairing {
        @Test
        void joinsByRrnAndType() {
            assertThat(Story.of().with(claim(1)).with(answer(1)).play()).containsExactly("C1+A1 MATCHED K1");
        }

        @Test
        void joinsByRrnAloneWhenTypesDiffer() {
            assertThat(Story.of()
                            .with(claim(1))
                            .with(answer(1).type(TxnType.OFFLINE_SALE))
                            .play())
                    .containsExactly("C1+A1 TYPE_MISMATCH K1");
        }

        @Test
        void prefersTheSameTypeUnderOneRrn() {
            assertThat(Story.of()
                            .with(claim(1))
                            .with(answer(1).type(TxnType.OFFLINE_SALE), answer(2))
                            .play())
                    .containsExactly("C1+A2 MATCHED K1", "A1 ORPHAN_AUTHORIZATION");
        }

        @Test
        void joinsByBatchAndTraceWithoutRrn() {
            assertThat(Story.of().with(claim(1).withoutRrn()).with(answer(1)).play())
                    .containsExactly("C1+A1 MATCHED K2");
        }

        @Test
        void neverJoinsByTraceWhenTheCaptureHasAnRrn() {
            assertThat(Story.of().with(claim(1).rrn(5)).with(answer(1)).play())
                    .containsExactly("C1 ORPHAN_CAPTURE", "A1 ORPHAN_AUTHORIZATION");
        }

        @Test
        void joinsByCardWithinFifteenMinutes() {
            assertThat(Story.of()
                            .with(claim(1).withoutRrn().trace(9))
                            .with(answer(1).secondsAfterNoon(900))
                            .play())
                    .containsExactly("C1+A1 MATCHED K3");
            assertThat(Story.of()
                            .with(claim(1).withoutRrn().trace(9))
                            .with(answer(1).secondsAfterNoon(901))
                            .play())
                    .containsExactly("C1 ORPHAN_CAPTURE", "A1 ORPHAN_AUTHORIZATION");
        }

        @Test
        void leavesEveryoneAloneWhenCardsAreAmbiguous() {
            assertThat(Story.of()
                            .with(
                                    claim(1).withoutRrn().trace(8),
                                    claim(2).withoutRrn().trace(9))
                            .with(answer(1))
                            .play())
                    .containsExactly("C1 AMBIGUOUS", "C2 AMBIGUOUS", "A1 ORPHAN_AUTHORIZATION");
        }

        @Test
        void asksForAnAuthCodeInTheThirdPass() {
            assertThat(Story.of()
                            .with(claim(1).withoutRrn().trace(9).authCode(""))
                            .with(answer(1).authCode(""))
                            .play())
                    .containsExactly("C1 ORPHAN_CAPTURE", "A1 ORPHAN_AUTHORIZATION");
        }
    }

    @Nested
    class Verdicts {
        @Test
        void comeInOrderOfPrecedence() {
            Shop.Claim odd = claim(1).amount(1)
                    .token("tk_b")
                    .currency(Currency.of("JPY"))
                    .type(TxnType.OFFLINE_SALE);
            assertThat(Story.of().with(odd).with(answer(1).code("51")).play())
                    .containsExactly("C1+A1 DECLINED_CAPTURE K1");
            assertThat(Story.of().with(odd).with(answer(1).code("")).play())
                    .containsExactly("C1+A1 UNKNOWN_OUTCOME K1");
            assertThat(Story.of().with(odd).with(answer(1)).play()).containsExactly("C1+A1 TYPE_MISMATCH K1");
            assertThat(Story.of().with(odd.type(TxnType.SALE)).with(answer(1)).play())
                    .containsExactly("C1+A1 CURRENCY_MISMATCH K1");
            assertThat(Story.of()
                            .with(odd.currency(Currency.CNY))
                            .with(answer(1))
                            .play())
                    .containsExactly("C1+A1 CARD_MISMATCH K1");
            assertThat(Story.of().with(odd.token("")).with(answer(1)).play())
                    .containsExactly("C1+A1 AMOUNT_MISMATCH K1");
        }

        @Test
        void treatCodeNinetyFourAsDeclined() {
            assertThat(Story.of().with(answer(1).code("94")).play()).containsExactly("A1 failed");
        }

        @Test
        void keepAnAnswerOfUnknownFateOpen() {
            assertThat(Story.of().with(answer(1).code("Q9")).play()).containsExactly("A1 failed, stays open");
            assertThat(Story.of()
                            .with(answer(1).code("Q9").type(TxnType.PREAUTH))
                            .play())
                    .containsExactly("A1 failed");
        }

        @Test
        void sendFollowUpsOn() {
            assertThat(Story.of()
                            .with(claim(1).type(TxnType.REFUND))
                            .with(answer(1).type(TxnType.REFUND))
                            .play())
                    .containsExactly("C1+A1 follow-up K1");
        }

        @Test
        void addACaseForADefectiveApproval() {
            assertThat(Story.of().with(claim(1)).with(answer(1).code("A4")).play())
                    .containsExactly("A1 defective", "C1+A1 MATCHED K1");
        }
    }

    @Nested
    class Duplicates {
        @Test
        void setTheSecondOfEachSideAside() {
            assertThat(Story.of()
                            .with(claim(1), claim(2))
                            .with(answer(1), answer(2))
                            .play())
                    .containsExactly("C1+A1 MATCHED K1", "C2 DUPLICATE_CAPTURE", "A2 DUPLICATE_AUTHORIZATION");
        }

        @Test
        void seeThroughDeliveryAgain() {
            Earlier cleared = new Cleared("C20260220-01-4", false);
            assertThat(Story.of().with(claim(1)).play(cleared)).containsExactly("C1 DUPLICATE_CAPTURE");
            assertThat(Story.of().with(answer(1)).play(cleared)).containsExactly("A1 DUPLICATE_AUTHORIZATION");
            assertThat(Story.of()
                            .with(claim(1))
                            .with(answer(1).at(LocalDateTime.of(2026, 3, 1, 22, 59, 59)))
                            .play(cleared))
                    .containsExactly("C1+A1 DUPLICATE_CAPTURE K1");
            assertThat(Story.of()
                            .with(claim(1))
                            .with(answer(1).at(LocalDateTime.of(2026, 3, 1, 23, 0, 0)))
                            .play(cleared))
                    .containsExactly("C1+A1 MATCHED K1");
        }
    }

    @Nested
    class Reversals {
        private Shop.Answer reversal(int line) {
            return answer(line).type(TxnType.REVERSAL).rrn(2000).originalRrn(1001);
        }

        @Test
        void turnAPairIntoAReversedCapture() {
            assertThat(Story.of().with(claim(1)).with(answer(1), reversal(2)).play())
                    .containsExactly("A2 not financial", "C1+A1 REVERSED_CAPTURE K1");
        }

        @Test
        void leaveNothingOfASingle() {
            assertThat(Story.of().with(answer(1), reversal(2)).play())
                    .containsExactly("A2 not financial", "A1 not financial");
        }

        @Test
        void nameThemselvesWhenTheyNameNoOriginal() {
            assertThat(Story.of()
                            .with(answer(1), reversal(2).rrn(1001).originalRrn(-1))
                            .play())
                    .containsExactly("A2 not financial", "A1 not financial");
        }

        @Test
        void doNotFindADeclinedOriginal() {
            assertThat(Story.of().with(answer(1).code("51"), reversal(2)).play())
                    .containsExactly("A2 waits", "A1 failed");
        }

        @Test
        void closeOpenSinglesAndWaitingPairs() {
            assertThat(Story.of()
                            .withOpen(
                                    MatchStatus.ORPHAN_AUTHORIZATION,
                                    null,
                                    answer(1).build(),
                                    2)
                            .with(reversal(2))
                            .play())
                    .containsExactly("A2 not financial", "A1 open, reversed");
            assertThat(Story.of()
                            .withOpen(
                                    MatchStatus.AMOUNT_MISMATCH,
                                    claim(1).build(),
                                    answer(1).build(),
                                    2)
                            .with(reversal(2))
                            .play())
                    .containsExactly("A2 not financial", "C1+A1 waiting, reversed");
        }

        @Test
        void waitAndGiveUp() {
            assertThat(Story.of().with(reversal(2)).play()).containsExactly("A2 waits");
            assertThat(Story.of()
                            .withOpen(
                                    MatchStatus.REVERSAL_WITHOUT_ORIGINAL,
                                    null,
                                    reversal(2).build(),
                                    -1)
                            .play())
                    .containsExactly("A2 gives up");
        }

        @Test
        void findALateOriginalWhileTheyWait() {
            assertThat(Story.of()
                            .withOpen(
                                    MatchStatus.REVERSAL_WITHOUT_ORIGINAL,
                                    null,
                                    reversal(2).build(),
                                    1)
                            .with(claim(1))
                            .with(answer(3))
                            .play())
                    .containsExactly("A2 done waiting", "C1+A3 REVERSED_CAPTURE K1");
        }

        @Test
        void reportAnOriginalThatWasClearedBefore() {
            assertThat(Story.of().with(reversal(2)).play(new Cleared("C20260301-01-7", false)))
                    .containsExactly("A2 reverses cleared C20260301-01-7", "A2 not financial");
            assertThat(Story.of().with(reversal(2)).play(new Cleared("C20260301-01-7", true)))
                    .containsExactly("A2 not financial");
        }
    }

    @Nested
    class Carry {
        @Test
        void joinsALateCaptureToItsOpenAuthorization() {
            assertThat(Story.of()
                            .withOpen(
                                    MatchStatus.ORPHAN_AUTHORIZATION,
                                    null,
                                    answer(1).build(),
                                    2)
                            .with(claim(5))
                            .play())
                    .containsExactly("C5+A1 MATCHED K1");
        }

        @Test
        void leavesWhatFindsNothingOpen() {
            assertThat(Story.of()
                            .withOpen(MatchStatus.ORPHAN_CAPTURE, claim(1).build(), null, 2)
                            .play())
                    .containsExactly("C1 still open");
        }

        @Test
        void countsARepeatOfAnOpenCaptureAsDuplicate() {
            assertThat(Story.of()
                            .withOpen(MatchStatus.ORPHAN_CAPTURE, claim(1).build(), null, 2)
                            .with(claim(5))
                            .with(answer(1))
                            .play())
                    .containsExactly("C1+A1 MATCHED K1", "C5 DUPLICATE_CAPTURE");
        }

        @Test
        void judgesOnlyPairsThatPointElsewhereAgain() {
            Shop.Claim refund = claim(1).type(TxnType.REFUND);
            Shop.Answer answered = answer(1).type(TxnType.REFUND);
            assertThat(Story.of()
                            .withOpen(MatchStatus.REFUND_WITHOUT_ORIGINAL, refund.build(), answered.build(), 2)
                            .play())
                    .containsExactly("C1+A1 judged again");
            assertThat(Story.of()
                            .withOpen(
                                    MatchStatus.UNPRICED,
                                    claim(1).build(),
                                    answer(1).build(),
                                    2)
                            .play())
                    .containsExactly("C1+A1 still open");
        }
    }

    @Nested
    class PreAuthorizations {
        @Test
        void openAndCloseHolds() {
            assertThat(Story.of()
                            .with(
                                    answer(1).type(TxnType.PREAUTH),
                                    answer(2)
                                            .type(TxnType.PREAUTH_VOID)
                                            .rrn(1002)
                                            .originalRrn(1001))
                            .play())
                    .containsExactlyInAnyOrder(
                            "A1 opens a hold", "A2 closes hold 1001", "A1 not financial", "A2 not financial");
        }

        @Test
        void closeTheirHoldWhenReversed() {
            assertThat(Story.of()
                            .with(
                                    answer(1).type(TxnType.PREAUTH),
                                    answer(2).type(TxnType.REVERSAL).rrn(1002).originalRrn(1001))
                            .play())
                    .containsExactlyInAnyOrder(
                            "A1 opens a hold", "A2 closes hold 1001", "A1 not financial", "A2 not financial");
        }
    }

    /** Every question finds this one original. */
    private record Cleared(String id, boolean alreadyReversed) implements Earlier {
        @Override
        public boolean clearedHere(Question question) {
            return true;
        }

        @Override
        public Original original(Question question) {
            return new Original(
                    id,
                    LocalDate.of(2026, 3, 1),
                    TxnType.SALE,
                    100_00,
                    Currency.CNY,
                    0,
                    alreadyReversed,
                    alreadyReversed);
        }

        @Override
        public boolean openHold(Question question) {
            return false;
        }
    }
}
