package io.qingfen.settlement;

import static io.qingfen.settlement.Shops.FRI_2026_02_13;
import static io.qingfen.settlement.Shops.NOODLES;
import static io.qingfen.settlement.Shops.day;
import static io.qingfen.settlement.Shops.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.calendar.SettlementCycle;
import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import io.qingfen.reference.Merchant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostingAMerchantDayTest {
    private static final String PAYABLE = "liabilities:merchant-payable:" + NOODLES;
    private static final String RECEIVABLE = "assets:merchant-receivable:" + NOODLES;
    private static final String DEPOSITS = "liabilities:terminal-deposits:" + NOODLES;

    @ParameterizedTest(name = "{0} of {1}: Dr {2} / Cr {3} {4}")
    @CsvSource({
        "SALES,             100, assets:scheme-receivable:UNIONPAY, PAYABLE, 100",
        "VOIDS,            -100, PAYABLE, assets:scheme-receivable:UNIONPAY, 100",
        "REFUNDS,          -100, PAYABLE, assets:scheme-receivable:UNIONPAY, 100",
        "MERCHANT_FEES,      -5, PAYABLE, income:merchant-fees, 5",
        "MERCHANT_FEES,       5, income:merchant-fees, PAYABLE, 5",
        "CREDITS_WITHHELD, -100, PAYABLE, liabilities:suspense:CREDITS_WITHHELD, 100",
        "CREDITS_WITHHELD,  100, liabilities:suspense:CREDITS_WITHHELD, PAYABLE, 100",
        "SCHEME_COST,         4, expenses:scheme-cost:UNIONPAY, assets:scheme-receivable:UNIONPAY, 4",
        "SCHEME_COST,        -4, assets:scheme-receivable:UNIONPAY, expenses:scheme-cost:UNIONPAY, 4",
    })
    void booksWhatClearingSummedUp(DayLine line, long minor, String debit, String credit, long amount) {
        Entry entry = only(DayEntries.of(day(Owed.NOTHING, total(line, 1, minor)), Optional.empty()));
        assertThat(balances(List.of(entry))).isEqualTo(moved(debit, credit, amount));
    }

    @ParameterizedTest
    @CsvSource({"100", "-100"})
    void keepsApprovedMoneyInSuspenseByItsMatchStatus(long minor) {
        DayTotal held = new DayTotal(DayLine.SUSPENSE, "WECHAT", "ORPHAN_AUTHORIZATION", 1, minor);
        Entry entry = only(DayEntries.of(day(Owed.NOTHING, held), Optional.empty()));
        assertThat(entry.key()).isEqualTo("SUSPENSE|WECHAT|ORPHAN_AUTHORIZATION|" + NOODLES + "|CNY");
        assertThat(balances(List.of(entry)))
                .isEqualTo(
                        moved("assets:scheme-receivable:WECHAT", "liabilities:suspense:ORPHAN_AUTHORIZATION", minor));
    }

    @ParameterizedTest(name = "deposit {0}: Dr {1} / Cr {2}")
    @CsvSource({
        "OPENING,   assets:bank, DEPOSITS",
        "PREPAID,   assets:bank, DEPOSITS",
        "SOLD,      assets:bank, income:devices",
        "WITHHELD,  PAYABLE,     DEPOSITS",
        "REFUNDED,  DEPOSITS,    PAYABLE",
        "RETURNED,  DEPOSITS,    PAYABLE",
        "FORFEITED, DEPOSITS,    income:forfeited-deposits",
        "CONVERTED, DEPOSITS,    income:devices",
    })
    void booksWhatHappensToDeposits(DepositMove move, String debit, String credit) {
        MerchantDay day = new MerchantDay(
                FRI_2026_02_13, NOODLES, Currency.CNY, List.of(), Map.of(move, 299_00L), List.of(), Owed.NOTHING);
        assertThat(balances(DayEntries.of(day, Optional.empty()))).isEqualTo(moved(debit, credit, 299_00));
    }

    @ParameterizedTest
    @EnumSource(DepositMove.class)
    void movesTheMerchantsMoneyExactlyWhereTheMoveHasALine(DepositMove move) {
        boolean touchesMerchant = move.debitAccount(NOODLES).equals(PAYABLE)
                || move.creditAccount(NOODLES).equals(PAYABLE);
        assertThat(move.positionLine().isPresent()).isEqualTo(touchesMerchant);
    }

    @Test
    void booksThePayoutAndTheSurcharge() {
        MerchantDay day = day(Owed.NOTHING, total(DayLine.SALES, 1, 1_000_00));
        Position position = Settlement.settle(day, Shops.reference(Shops.with(SettlementCycle.D0, 0)));
        assertThat(balances(DayEntries.of(day, Optional.of(position))))
                .isEqualTo(Map.of(
                        "assets:scheme-receivable:UNIONPAY",
                        1_000_00L,
                        Account.INSTANT_FEES,
                        -3_20L,
                        Account.PAYOUTS_IN_TRANSIT,
                        -996_80L));
    }

    @Test
    void showsANegativePayableAsReceivableUntilTheNextDate() {
        MerchantDay first = day(Owed.NOTHING, total(DayLine.REFUNDS, 1, -30_00));
        Position owing = Settlement.settle(first, Shops.reference(Shops.noodles()));
        Map<String, Long> after = balances(DayEntries.of(first, Optional.of(owing)));
        assertThat(after).containsEntry(RECEIVABLE, 30_00L).doesNotContainKey(PAYABLE);

        MerchantDay next = day(Owed.carried(owing.carriedForwardMinor()), total(DayLine.SALES, 1, 600_00));
        Position paid = Settlement.settle(next, Shops.reference(Shops.noodles()));
        assertThat(balances(DayEntries.of(next, Optional.of(paid))))
                .containsEntry(RECEIVABLE, -30_00L)
                .containsEntry(Account.PAYOUTS_IN_TRANSIT, -570_00L)
                .doesNotContainKey(PAYABLE);
    }

    @Test
    void sumsTheSameLineOfSeveralPartitionsToOneEntry() {
        List<Entry> entries = DayEntries.of(
                day(Owed.NOTHING, total(DayLine.SALES, 1, 5), total(DayLine.SALES, 2, 7)), Optional.empty());
        assertThat(only(entries).postings()).contains(Posting.debit(PAYABLE, -12, Currency.CNY));
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** Whatever happens on a day, what the books owe the merchant afterwards is what the position carries forward. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void leavesInTheBooksWhatThePositionCarriesForward(int seed) {
        MerchantDay day = anyDay(new Random(seed));
        Position position = Settlement.settle(day, Shops.reference(anyMerchant(new Random(seed))));
        List<Entry> entries = DayEntries.of(day, Optional.of(position));

        Map<String, Long> books = new TreeMap<>();
        books.put(PAYABLE, -Math.max(0, day.owed().broughtForwardMinor()));
        books.put(RECEIVABLE, day.owed().receivableMinor());
        balances(entries).forEach((account, moved) -> books.merge(account, moved, Math::addExact));

        long carried = position.carriedForwardMinor();
        assertThat(books.get(PAYABLE)).isEqualTo(-Math.max(0, carried));
        assertThat(books.get(RECEIVABLE)).isEqualTo(Math.max(0, -carried));
        assertThat(new HashSet<>(entries.stream().map(Entry::id).toList())).hasSameSizeAs(entries);
    }

    private static Merchant anyMerchant(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Shops.with(SettlementCycle.D0, 0);
            case 1 -> Shops.with(SettlementCycle.D0, 500_00);
            case 2 -> Shops.with(Merchant.Status.SUSPENDED, false);
            default -> Shops.noodles();
        };
    }

    private static MerchantDay anyDay(Random random) {
        List<DayTotal> totals = new ArrayList<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            DayLine line = DayLine.values()[random.nextInt(DayLine.values().length)];
            String channel = random.nextBoolean() ? "UNIONPAY" : "ALIPAY";
            String status = line == DayLine.SUSPENSE ? "ORPHAN_AUTHORIZATION" : "";
            totals.add(new DayTotal(line, channel, status, 1, random.nextInt(2_000_00) - 700_00));
        }
        Map<DepositMove, Long> deposits = new EnumMap<>(DepositMove.class);
        for (int i = random.nextInt(3); i > 0; i--) {
            deposits.put(DepositMove.values()[random.nextInt(8)], (long) random.nextInt(500_00));
        }
        Owed owed = Owed.carried(random.nextInt(4) == 0 ? random.nextInt(900_00) - 500_00 : 0);
        return new MerchantDay(FRI_2026_02_13, NOODLES, Currency.CNY, totals, deposits, List.of(), owed);
    }

    private static Map<String, Long> moved(String debit, String credit, long amount) {
        return Map.of(account(debit), amount, account(credit), -amount);
    }

    private static String account(String name) {
        return switch (name) {
            case "PAYABLE" -> PAYABLE;
            case "DEPOSITS" -> DEPOSITS;
            default -> name;
        };
    }

    /** What the entries moved by account, debit positive; accounts that end at 0 are left out. */
    private static Map<String, Long> balances(List<Entry> entries) {
        Map<String, Long> moved = new TreeMap<>();
        for (Entry entry : entries) {
            for (Posting posting : entry.postings()) {
                moved.merge(posting.account(), posting.debitMinor() - posting.creditMinor(), Math::addExact);
            }
        }
        moved.values().removeIf(minor -> minor == 0);
        return moved;
    }

    private static Entry only(List<Entry> entries) {
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }
}
