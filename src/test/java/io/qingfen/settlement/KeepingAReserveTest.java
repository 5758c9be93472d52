package io.qingfen.settlement;

import static io.qingfen.settlement.Shops.FRI_2026_02_13;
import static io.qingfen.settlement.Shops.NOODLES;
import static io.qingfen.settlement.Shops.day;
import static io.qingfen.settlement.Shops.noodles;
import static io.qingfen.settlement.Shops.reference;
import static io.qingfen.settlement.Shops.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.Agreements;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.ReserveTerms;
import io.qingfen.reference.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A part of a day's sales waits; it comes back whole on its day. */
class KeepingAReserveTest {
    private static final LocalDate ALWAYS = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "10%, 333.35, 33.34",
        "10%, 333.34, 33.33",
        "10%, 0.04, 0.00",
        "10%, 0.05, 0.01",
        "0.0001%, 5000.00, 0.01",
        "0%, 5000.00, 0.00",
        "100%, 0.01, 0.01",
        "10%, 0.00, 0.00",
        "10%, -50.00, 0.00"
    })
    void isItsRateOfPositiveSalesRoundedOnce(String rate, String sold, String withheld) {
        ReserveTerms terms = new ReserveTerms(ALWAYS, Rate.parse(rate), 1);
        assertThat(terms.withheldOf(minor(sold))).isEqualTo(minor(withheld));
    }

    @Test
    void countsVoidsAndRefundsAgainstSalesButNotFees() {
        MerchantDay day = day(
                Owed.NOTHING,
                total(DayLine.SALES, 2, 1_000_00),
                total(DayLine.VOIDS, 1, -100_00),
                total(DayLine.REFUNDS, 1, -50_00),
                total(DayLine.MERCHANT_FEES, 0, -5_00));

        ReserveHold hold = ReserveHold.of(day, reserving("10%", 3)).orElseThrow();

        assertThat(hold.baseMinor()).isEqualTo(850_00);
        assertThat(hold.withheldMinor()).isEqualTo(85_00);
        assertThat(hold.releaseOn()).isEqualTo(FRI_2026_02_13.plusDays(3));
    }

    @Test
    void isTakenFromThePositionBeforeItIsDecidedAndMayTakeItBelowZero() {
        Owed owing = new Owed(-950_00, 950_00);
        MerchantDay day = day(owing, total(DayLine.SALES, 1, 1_000_00));

        Position position = Settlement.settle(day, reserving("10%", 3));

        assertThat(position.lines().of(Line.RESERVE_WITHHELD)).isEqualTo(-100_00);
        assertThat(position.netMinor()).isEqualTo(-50_00);
        assertThat(position.decision()).isEqualTo(Decision.NEGATIVE);
    }

    @Test
    void isNotTakenFromOtherMerchantsNorWhenNothingWasSold() {
        MerchantDay selling = day(Owed.NOTHING, total(DayLine.SALES, 1, 1_000_00));
        MerchantDay refunding = day(Owed.NOTHING, total(DayLine.REFUNDS, 1, -1_000_00));

        assertThat(ReserveHold.of(selling, reference(noodles()))).isEmpty();
        assertThat(ReserveHold.of(refunding, reserving("10%", 3))).isEmpty();
    }

    @Test
    void comesBackWithOneEntryForEachDateItIsOf() {
        MerchantDay day = giving(hold(FRI_2026_02_13.minusDays(3), 10_00), hold(FRI_2026_02_13.minusDays(1), 2_00));

        Position position = Settlement.settle(day, reserving("10%", 3));
        List<Entry> entries = DayEntries.of(day, Optional.of(position));

        assertThat(position.lines().of(Line.RESERVE_RELEASED)).isEqualTo(12_00);
        assertThat(entries)
                .extracting(Entry::key)
                .contains(
                        "RESERVE_RELEASED|2026-02-10|" + NOODLES + "|CNY",
                        "RESERVE_RELEASED|2026-02-12|" + NOODLES + "|CNY");
        assertThat(movedTo(entries, Account.reserve(NOODLES))).isEqualTo(-12_00);
        assertThat(movedTo(entries, Account.merchantPayable(NOODLES))).isEqualTo(12_00);
    }

    @Test
    void comesBackToAMerchantOnHoldAndIsHeldWithTheRest() {
        Merchant held = Shops.with(Merchant.Status.CLOSED, true);
        Position position = Settlement.settle(giving(hold(FRI_2026_02_13.minusDays(3), 10_00)), reference(held));

        assertThat(position.decision()).isEqualTo(Decision.HOLD);
        assertThat(position.carriedForwardMinor()).isEqualTo(10_00);
    }

    private static MerchantDay giving(ReserveHold... releases) {
        return new MerchantDay(
                FRI_2026_02_13, NOODLES, Currency.CNY, List.of(), Map.of(), List.of(), List.of(releases), Owed.NOTHING);
    }

    private static ReserveHold hold(LocalDate on, long minor) {
        return new ReserveHold(on, NOODLES, Currency.CNY, minor * 10, Rate.parse("10%"), minor, 3);
    }

    private static Snapshot reserving(String rate, int days) {
        ReserveTerms terms = new ReserveTerms(ALWAYS, Rate.parse(rate), days);
        return reference(noodles()).with(new Agreements(Map.of(NOODLES, terms), Optional.empty()));
    }

    /** Credits less debits. */
    private static long movedTo(List<Entry> entries, String account) {
        return entries.stream()
                .filter(entry -> entry.key().startsWith("RESERVE"))
                .flatMap(entry -> entry.postings().stream())
                .filter(posting -> posting.account().equals(account))
                .mapToLong((Posting posting) -> posting.creditMinor() - posting.debitMinor())
                .sum();
    }

    private static long minor(String amount) {
        return io.qingfen.money.Amounts.parse(amount, Currency.CNY);
    }
}
