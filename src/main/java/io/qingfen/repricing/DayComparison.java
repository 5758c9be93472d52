package io.qingfen.repricing;

import io.qingfen.money.Currency;
import io.qingfen.reference.FeePlan.Instant;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import io.qingfen.settlement.Decision;
import io.qingfen.settlement.InstantFee;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Lines;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fees of one business date, booked and under other plans. Grows with merchants and rules, not with transactions. */
public final class DayComparison {
    /** What is added up by itself. */
    public record Key(String merchantId, FeeChange change) {
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::merchantId).thenComparing(Key::change, FeeChange.ORDER);
    }

    private final LocalDate date;
    private final Map<Key, Sum> sums = new HashMap<>();
    private final Map<Repriced.Kept, Long> kept = new EnumMap<>(Repriced.Kept.class);
    private final Map<MerchantLine, Long> feeDifferences = new HashMap<>();

    public DayComparison(LocalDate date) {
        this.date = date;
    }

    public LocalDate date() {
        return date;
    }

    /** In order of merchant, currency, line and rules. */
    public SortedMap<Key, Sum> sums() {
        SortedMap<Key, Sum> ordered = new TreeMap<>(Key.ORDER);
        ordered.putAll(sums);
        return ordered;
    }

    /** Transactions that stay as booked, by reason. */
    public Map<Repriced.Kept, Long> kept() {
        return kept;
    }

    public void add(Sale sale, Repriced other) {
        add(sale.merchantId(), sale.currency(), sale.amountMinor(), sale.feeMinor(), sale.feeRule(), other);
    }

    public void add(Credit credit, Repriced other) {
        long amountMinor = Math.negateExact(credit.amountMinor());
        add(credit.merchantId(), credit.currency(), amountMinor, credit.feeMinor(), credit.feeRule(), other);
    }

    private void add(
            String merchantId, Currency currency, long amountMinor, long feeMinor, String rule, Repriced other) {
        Sum sum = new Sum(1, amountMinor, feeMinor, other.feeMinor());
        add(merchantId, new FeeChange(currency.code(), Line.MERCHANT_FEES, rule, other.rule()), sum);
        other.kept().ifPresent(why -> kept.merge(why, 1L, Math::addExact));
        feeDifferences.merge(
                new MerchantLine(merchantId, currency.code(), Line.MERCHANT_FEES),
                sum.differenceMinor(),
                Math::addExact);
    }

    /**
     * The surcharge for payout on the same day. Everything but fees and surcharge is as booked: what was brought forward,
     * deposits, decisions. Call when all transactions of the merchant are in.
     *
     * @param lines of the position as booked
     * @param held it was decided HOLD
     * @param reference of the date with the other plans
     */
    public void addInstantFee(String merchantId, Currency currency, Lines lines, boolean held, Snapshot reference) {
        Merchant merchant = reference.merchant(merchantId);
        Optional<Instant> instant = InstantFee.of(merchant, currency, reference);
        long chargedMinor = Math.negateExact(lines.of(Line.INSTANT_FEE));
        if (instant.isEmpty() && chargedMinor == 0) {
            return;
        }
        long moreFees =
                feeDifferences.getOrDefault(new MerchantLine(merchantId, currency.code(), Line.MERCHANT_FEES), 0L);
        Lines without = lines.plus(Line.INSTANT_FEE, chargedMinor).plus(Line.MERCHANT_FEES, -moreFees);
        long surcharge = instant.map(one -> InstantFee.on(without, one)).orElse(0L);
        long net = Math.subtractExact(without.net(), surcharge);
        boolean paid = Decision.of(net, merchant, currency, held) == Decision.PAYOUT;
        long otherMinor = paid ? surcharge : 0;
        if (chargedMinor != 0 || otherMinor != 0) {
            FeeChange change = new FeeChange(currency.code(), Line.INSTANT_FEE, taken(chargedMinor), taken(otherMinor));
            add(merchantId, change, new Sum(1, InstantFee.base(without), chargedMinor, otherMinor));
        }
    }

    private static String taken(long minor) {
        return minor == 0 ? "none" : "taken";
    }

    private void add(String merchantId, FeeChange change, Sum sum) {
        sums.merge(new Key(merchantId, change), sum, Sum::plus);
    }
}
