package io.qingfen.matching;

import static io.qingfen.matching.Shop.answer;
import static io.qingfen.matching.Shop.claim;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.reference.TxnType;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Nights in which few keys come again and again, so that everything that can get in each other's way does. */
class MatchingInPartsTest {
    private static final long SEED = 20260302;
    private static final TxnType[] CLAIMED = {
        TxnType.SALE, TxnType.SALE, TxnType.SALE, TxnType.REFUND, TxnType.VOID, TxnType.PREAUTH_COMPLETION,
    };
    private static final TxnType[] ANSWERED = {
        TxnType.SALE,
        TxnType.SALE,
        TxnType.SALE,
        TxnType.SALE,
        TxnType.REFUND,
        TxnType.VOID,
        TxnType.PREAUTH_COMPLETION,
        TxnType.REVERSAL,
        TxnType.PREAUTH,
        TxnType.PREAUTH_VOID,
        TxnType.BALANCE_INQUIRY,
    };
    private static final String[] CODES = {"00", "00", "00", "00", "A4", "51", "", "77"};

    private final SplittableRandom random = new SplittableRandom(SEED);
    private int line;

    @Test
    void saysTheSameAsMatchingAtOnce() {
        Set<String> said = new HashSet<>();
        for (int night = 0; night < 3_000; night++) {
            line = 0;
            Story story = Story.of();
            for (int i = random.nextInt(4); i > 0; i--) {
                addOpen(story);
            }
            for (int i = random.nextInt(9); i > 0; i--) {
                story.with(randomClaim());
            }
            for (int i = random.nextInt(11); i > 0; i--) {
                story.with(randomAnswer());
            }
            story.play().forEach(verdict -> said.add(verdict.substring(verdict.indexOf(' ') + 1)));
        }
        assertThat(said)
                .contains("MATCHED K1", "MATCHED K2", "MATCHED K3", "TYPE_MISMATCH K1", "AMBIGUOUS", "ORPHAN_CAPTURE")
                .contains("DUPLICATE_CAPTURE", "DUPLICATE_AUTHORIZATION", "REVERSED_CAPTURE K2", "UNKNOWN_OUTCOME K3")
                .contains("open, reversed", "waiting, reversed", "still open", "done waiting", "gives up", "waits")
                .contains("failed, stays open", "follow-up K1", "judged again", "opens a hold", "defective");
    }

    private void addOpen(Story story) {
        Capture capture = randomClaim().build();
        Authorization authorization =
                randomAnswer().type(TxnType.SALE).code("00").build();
        switch (random.nextInt(5)) {
            case 0 -> story.withOpen(MatchStatus.ORPHAN_CAPTURE, capture, null, 2);
            case 1 -> story.withOpen(MatchStatus.ORPHAN_AUTHORIZATION, null, authorization, 2);
            case 2 -> story.withOpen(MatchStatus.AMOUNT_MISMATCH, capture, authorization, 2);
            case 3 -> story.withOpen(MatchStatus.REFUND_WITHOUT_ORIGINAL, capture, authorization, 2);
            default ->
                story.withOpen(
                        MatchStatus.REVERSAL_WITHOUT_ORIGINAL,
                        null,
                        randomAnswer().type(TxnType.REVERSAL).build(),
                        random.nextInt(3) - 1);
        }
    }

    private Shop.Claim randomClaim() {
        Shop.Claim claim = claim(++line)
                .type(one(CLAIMED))
                .trace(1 + random.nextInt(4))
                .amount(100 + random.nextInt(2))
                .token("tk_" + random.nextInt(2))
                .authCode("A" + random.nextInt(2))
                .minutesAfterNoon(random.nextInt(25));
        return random.nextInt(2) == 0 ? claim.withoutRrn() : claim.rrn(1_000 + random.nextInt(6));
    }

    private Shop.Answer randomAnswer() {
        Shop.Answer answer = answer(++line)
                .type(one(ANSWERED))
                .rrn(1_000 + random.nextInt(6))
                .trace(1 + random.nextInt(4))
                .amount(100 + random.nextInt(2))
                .token("tk_" + random.nextInt(2))
                .code(one(CODES))
                .authCode("A" + random.nextInt(2))
                .secondsAfterNoon(random.nextInt(1_500))
                .originalRrn(random.nextInt(3) == 0 ? -1 : 1_000 + random.nextInt(6));
        return random.nextInt(6) == 0 ? answer.at(LocalDateTime.of(2026, 3, 1, 9, 0)) : answer;
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void putsWhatBelongsTogetherIntoOnePart() {
        List<Long> keys = List.of(
                MatchingKeys.reference(claim(1).rrn(5).build()),
                MatchingKeys.reference(answer(1).rrn(5).build()),
                MatchingKeys.reference(
                        answer(2).rrn(9).type(TxnType.REVERSAL).originalRrn(5).build()),
                MatchingKeys.reference(answer(3).rrn(5).type(TxnType.REVERSAL).build()));
        assertThat(keys).containsOnly(5L);
        int[] records = new int[7];
        for (long rrn = 0; rrn < 70_000; rrn++) {
            records[MatchingKeys.part(rrn, records.length)]++;
        }
        for (int part : records) {
            assertThat(part).isBetween(9_000, 11_000);
        }
    }
}
