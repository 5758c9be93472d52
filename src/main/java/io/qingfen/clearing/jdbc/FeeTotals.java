package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fees of one partition by merchant, channel, card type and rule: count, amount, fee, cost. */
final class FeeTotals {
    private final Map<Key, SettledTotals.Sums> byKey = new LinkedHashMap<>();

    void add(Key key, SettledTotals.Sums sums) {
        byKey.computeIfAbsent(key, one -> new SettledTotals.Sums()).add(sums);
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
                rows.number(sums.count()).number(sums.amountMinor());
                rows.number(sums.feeMinor()).number(sums.costMinor());
                rows.end();
            });
        }
    }

    record Key(String merchantId, String channel, String cardType, String feeRule, String currency) {}
}
