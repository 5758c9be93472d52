package io.qingfen.deposits;

import static io.qingfen.deposits.Life.MAR_01;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.deposits.DepositEvent.Kind;
import io.qingfen.reference.DepositPolicy.Collect;
import io.qingfen.reference.DepositPolicy.OnExpiry;
import io.qingfen.reference.DepositPolicy.Window;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the nights bring; the seed is the test's name. */
class DepositPropertiesTest {
    private static final int NIGHTS = 50;

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void neverLosesOrInventsMoney(long seed) {
        Life life = lived(seed);
        long held = 0;
        for (DepositDay day : life.days()) {
            for (DepositEvent event : day.events()) {
                held += event.kind().sign() * event.amountMinor();
                assertThat(held).isNotNegative();
            }
            DepositBalance balance = day.deposit().balance();
            assertThat(balance.heldMinor()).isEqualTo(held);
            assertThat(balance.refundedMinor() + balance.forfeitedMinor())
                    .isLessThanOrEqualTo(balance.collectedMinor());
            assertThat(balance.collectedMinor())
                    .isLessThanOrEqualTo(day.deposit().terms().amountMinor());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withholdsAtMostWhatIsAvailableAndRefundsAtMostWhatIsEarned(long seed) {
        Life life = lived(seed);
        long refunded = 0;
        for (DepositDay day : life.days()) {
            refunded += day.events().stream()
                    .filter(event -> event.kind() == Kind.REFUNDED)
                    .mapToLong(DepositEvent::amountMinor)
                    .sum();
            assertThat(refunded).isLessThanOrEqualTo(day.deposit().progress().earnedMinor());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void movesNothingAfterItsEnd(long seed) {
        Life life = lived(seed);
        boolean ended = false;
        for (DepositDay day : life.days()) {
            assertThat(ended && !day.events().isEmpty()).isFalse();
            ended = day.deposit().state().isFinal();
            assertThat(day.deposit().state() == DepositState.DUE)
                    .isEqualTo(day.deposit().balance().collectedMinor() == 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void livesTheSameLifeAgain(long seed) {
        assertThat(lived(seed).days()).isEqualTo(lived(seed).days());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesNothingTwiceWhenEveryNightIsRepeated(long seed) {
        Life once = lived(seed);
        for (DepositDay day : once.days()) {
            Night again = new Night(
                    day.date(),
                    MAR_01,
                    Life.terminal("00000001", Life.SHOP, MAR_01, "P", null),
                    java.util.List.of(Life.volume(day.date(), 1_000_000_00)),
                    0);
            if (!day.deposit().terms().windowEndedBefore(day.date())) {
                assertThat(DepositNight.of(day.deposit(), again).events()).isEmpty();
            }
        }
    }

    private static Life lived(long seed) {
        Random random = new Random(seed);
        Life life = Life.of(policy(random), MAR_01);
        if (random.nextInt(4) == 0) {
            life.returnedOn(MAR_01.plusDays(random.nextInt(NIGHTS)));
        }
        if (random.nextInt(4) == 0) {
            life.booksFrom(MAR_01.plusDays(1));
        }
        LocalDate date = MAR_01;
        for (int night = 0; night < NIGHTS; night++) {
            life.nightWithPosition(date, random.nextInt(90_00) - 30_00, random.nextInt(400_00) - 100_00);
            date = date.plusDays(1);
        }
        return life;
    }

    private static Policies policy(Random random) {
        Policies any = random.nextInt(3) == 0
                ? Policies.monthly(1)
                : random.nextBoolean() ? Policies.keypad() : Policies.esign();
        return any.collect(random.nextBoolean() ? Collect.PREPAID : Collect.FROM_SETTLEMENT)
                .window(random.nextInt(5) == 0 ? null : new Window(0, 1 + random.nextInt(NIGHTS)))
                .onExpiry(OnExpiry.values()[random.nextInt(3)]);
    }
}
