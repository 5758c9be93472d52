package io.qingfen.clearing.jdbc;

import io.qingfen.clearing.ClearedItem;
import io.qingfen.clearing.Totals;
import io.qingfen.clearing.jdbc.ClearingBooks.MerchantLine;
import io.qingfen.clearing.jdbc.ClearingBooks.Volume;
import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.TxnType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sums of cleared items, kept once at the finest grain that any total needs and shared out at the end: an item costs one
 * look-up, not one for every total that it belongs to.
 */
final class SettledTotals {
    private final Map<Grain, Sums> byGrain = new LinkedHashMap<>();

    private record Grain(
            String merchantId,
            String countsFor,
            Currency currency,
            Channel channel,
            CardType cardType,
            TxnType txnType,
            String feeRule) {}

    /** Amount and fee are signed like the money. */
    static final class Sums {
        private long count;
        private long amountMinor;
        private long feeMinor;
        private long costMinor;

        void add(Sums more) {
            add(more.count, more.amountMinor, more.feeMinor, more.costMinor);
        }

        private void add(long items, long signedMinor, long fees, long costs) {
            count = Math.addExact(count, items);
            amountMinor = Math.addExact(amountMinor, signedMinor);
            feeMinor = Math.addExact(feeMinor, fees);
            costMinor = Math.addExact(costMinor, costs);
        }

        long count() {
            return count;
        }

        long amountMinor() {
            return amountMinor;
        }

        long feeMinor() {
            return feeMinor;
        }

        long costMinor() {
            return costMinor;
        }
    }

    void add(ClearedItem item) {
        Grain grain = new Grain(
                item.capture().merchant().id(),
                item.countsFor().id(),
                item.capture().currency(),
                item.authorization().channel(),
                item.authorization().cardType(),
                item.capture().txnType(),
                item.feeRule());
        Sums sums = byGrain.get(grain);
        if (sums == null) {
            sums = new Sums();
            byGrain.put(grain, sums);
        }
        sums.add(1, item.signedMinor(), item.feeMinor(), item.costMinor());
    }

    /** The money on its way to the merchants' positions. */
    void addTo(Totals<MerchantLine> merchants) {
        byGrain.forEach((grain, sums) -> {
            merchants.add(line(grain, lineOf(grain.txnType())), sums.count(), sums.amountMinor());
            merchants.add(line(grain, "MERCHANT_FEES"), sums.count(), Math.negateExact(sums.feeMinor()));
            merchants.add(line(grain, "SCHEME_COST"), sums.count(), sums.costMinor());
        });
    }

    private static MerchantLine line(Grain grain, String line) {
        return new MerchantLine(
                grain.merchantId(), grain.currency().code(), grain.channel().name(), line, "");
    }

    private static String lineOf(TxnType type) {
        return switch (type) {
            case VOID, COMPLETION_VOID -> "VOIDS";
            case REFUND -> "REFUNDS";
            default -> "SALES";
        };
    }

    FeeTotals fees() {
        FeeTotals fees = new FeeTotals();
        byGrain.forEach((grain, sums) -> fees.add(
                new FeeTotals.Key(
                        grain.merchantId(),
                        grain.channel().name(),
                        grain.cardType().name(),
                        grain.feeRule(),
                        grain.currency().code()),
                sums));
        return fees;
    }

    Totals<Volume> volumes() {
        Totals<Volume> volumes = new Totals<>();
        byGrain.forEach((grain, sums) -> volumes.add(
                new Volume(
                        grain.countsFor(),
                        grain.channel().name(),
                        grain.cardType().name(),
                        grain.currency().code()),
                sums.count(),
                sums.amountMinor()));
        return volumes;
    }
}
