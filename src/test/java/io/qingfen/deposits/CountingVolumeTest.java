package io.qingfen.deposits;

import static io.qingfen.deposits.Life.MAR_01;
import static io.qingfen.deposits.Life.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.DepositPolicy.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountingVolumeTest {

    @ParameterizedTest(name = "{0}: {1} months, {2} days → {3}")
    @CsvSource({
        "2026-03-01, 3, 0, 2026-05-31",
        "2025-08-31, 6, 0, 2026-02-27",
        "2023-08-31, 6, 0, 2024-02-28",
        "2026-01-31, 1, 0, 2026-02-27",
        "2024-02-29, 12, 0, 2025-02-27",
        "2026-02-13, 0, 3, 2026-02-15",
        "2026-03-01, 0, 1, 2026-03-01",
        "2025-12-31, 0, 90, 2026-03-30"
    })
    void endsTheWindowOneDayBeforeItsLength(LocalDate activatedOn, int months, int days, LocalDate lastDate) {
        Life life = Life.of(Policies.keypad().window(new Window(months, days)), activatedOn);

        DepositTerms terms = life.night(activatedOn, 0).deposit().terms();

        assertThat(terms.windowEndsOn()).isEqualTo(lastDate);
        assertThat(terms.inWindow(activatedOn)).isTrue();
        assertThat(terms.inWindow(activatedOn.minusDays(1))).isFalse();
        assertThat(terms.inWindow(lastDate)).isTrue();
        assertThat(terms.inWindow(lastDate.plusDays(1))).isFalse();
    }

    @Test
    void takesTheFirstAndTheLastDateAndNothingAfter() {
        Life life = Life.of(Policies.keypad().window(new Window(0, 2)), MAR_01);

        life.night(MAR_01, 10_00);
        life.night(MAR_01.plusDays(1), 1_00);
        life.night(MAR_01.plusDays(2), 100_00);

        assertThat(counted(life)).isEqualTo(11_00);
    }

    @Test
    void goesOnForeverWithoutAWindow() {
        Life life = Life.of(Policies.keypad().window(null), MAR_01);

        life.night(MAR_01, 10_00);
        life.night(MAR_01.plusYears(9), 1_00);

        assertThat(counted(life)).isEqualTo(11_00);
        assertThat(life.last().deposit().terms().windowEndsOn()).isNull();
    }

    @Test
    void takesOnlyTheKindsOfCardThatThePolicyNames() {
        Policies cardsOnly =
                Policies.keypad().counts(Set.of(Channel.UNIONPAY), Set.of(CardType.DEBIT, CardType.CREDIT));
        Life life = Life.of(cardsOnly, MAR_01);

        life.night(
                MAR_01,
                0,
                List.of(
                        of(Channel.UNIONPAY, CardType.DEBIT, 1_00),
                        of(Channel.UNIONPAY, CardType.CREDIT, 20_00),
                        of(Channel.UNIONPAY, CardType.PREPAID, 300_00),
                        of(Channel.UNIONPAY_QR, CardType.DEBIT, 4_000_00)));

        assertThat(counted(life)).isEqualTo(21_00);
    }

    @Test
    void takesOnlyTheHomeCurrency() {
        Life life = Life.of(Policies.keypad(), MAR_01);

        life.night(
                MAR_01,
                0,
                List.of(
                        volume(MAR_01, 5_00),
                        new TerminalVolume(MAR_01, Channel.VISA, CardType.CREDIT, Currency.of("USD"), 9_000_00)));

        assertThat(counted(life)).isEqualTo(5_00);
    }

    @Test
    void fallsWhenRefundsOutweighSales() {
        Life life = Life.of(Policies.keypad(), MAR_01);

        life.night(MAR_01, 5_00);
        life.night(MAR_01.plusDays(1), -7_00);

        assertThat(counted(life)).isEqualTo(-2_00);
    }

    @Test
    void neverCountsADateTwice() {
        Life life = Life.of(Policies.keypad(), MAR_01);

        life.night(MAR_01, 5_00);
        life.night(MAR_01, 5_00);
        life.night(MAR_01.plusDays(1), 0, List.of(volume(MAR_01, 5_00), volume(MAR_01.plusDays(1), 1_00)));

        assertThat(counted(life)).isEqualTo(6_00);
    }

    @Test
    void seesOnItsFirstNightWhatTheTerminalClearedSinceItsActivation() {
        Life life = Life.of(Policies.keypad(), MAR_01.plusDays(2)).booksFrom(MAR_01);

        life.night(
                MAR_01.plusDays(4),
                0,
                List.of(
                        volume(MAR_01.plusDays(1), 100_00),
                        volume(MAR_01.plusDays(2), 1_00),
                        volume(MAR_01.plusDays(4), 2_00)));

        assertThat(counted(life)).isEqualTo(3_00);
    }

    @Test
    void addsToAnOpeningRecordOnlyWhatCameAfterIt() {
        LocalDate activatedOn = MAR_01.minusDays(20);
        Life life = Life.of(Policies.keypad(), activatedOn).opening(MAR_01.plusDays(1), 299_00, 0, 40_00);

        life.night(MAR_01, 1_00);
        assertThat(counted(life)).isEqualTo(40_00);
        life.night(MAR_01.plusDays(1), 2_00);
        assertThat(counted(life)).isEqualTo(40_00);
        life.night(MAR_01.plusDays(2), 4_00);
        assertThat(counted(life)).isEqualTo(44_00);
    }

    private static TerminalVolume of(Channel channel, CardType cardType, long minor) {
        return new TerminalVolume(MAR_01, channel, cardType, Currency.CNY, minor);
    }

    private static long counted(Life life) {
        return life.last().deposit().progress().countedMinor();
    }
}
