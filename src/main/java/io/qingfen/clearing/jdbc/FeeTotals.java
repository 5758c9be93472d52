package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.clearing.ClearedItem;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Fees of one partition by merchant, channel, card type and rule: count, amount, fee, cost. */
final class FeeTotals {
    private final Map<Key, long[]> byKey = new HashMap<>();

    void add(ClearedItem item) {
        Key key = new Key(
                item.capture().merchant().id(),
                item.authorization().channel().name(),
                item.authorization().cardType().name(),
                item.feeRule(),
                item.capture().currency().code());
        long[] sums = byKey.computeIfAbsent(key, k -> new long[4]);
        sums[0]++;
        sums[1] = Math.addExact(sums[1], item.signedMinor());
        sums[2] = Math.addExact(sums[2], item.feeMinor());
        sums[3] = Math.addExact(sums[3], item.costMinor());
    }

    void write(BulkLoad bulk, LocalDate businessDate, String step, String partition) {
        try (BulkRows rows = bulk.into(
                "fee_total",
                "business_date",
                "step",
                "partition_name",
                "merchant_id",
                "channel",
                "card_type",
                "fee_rule",
                "currency",
                "item_count",
                "amount_minor",
                "fee_minor",
                "scheme_cost_minor")) {
            byKey.forEach((key, sums) -> {
                rows.date(businessDate).text(step).text(partition);
                rows.text(key.merchantId()).text(key.channel()).text(key.cardType());
                rows.text(key.feeRule()).text(key.currency());
                for (long sum : sums) {
                    rows.number(sum);
                }
                rows.end();
            });
        }
    }

    private record Key(String merchantId, String channel, String cardType, String feeRule, String currency) {}
}
