package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.clearing.Totals;
import io.qingfen.intake.Capture;
import io.qingfen.reference.TxnType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** Table card_use: how often each card was used at a merchant, for a rule of risk that asks. Cards are digests of tokens. */
final class CardUses {
    private final Totals<Use> uses = new Totals<>();

    private record Use(String merchantId, String currency, String card) {}

    /** A cleared sale; one without a token (QR payments) is nobody's card. */
    void add(Capture sale) {
        if (!sale.cardToken().isEmpty() && sale.txnType().side() == TxnType.Side.DEBIT) {
            Use use = new Use(sale.merchant().id(), sale.currency().code(), digest(sale.cardToken()));
            uses.add(use, 1, sale.amountMinor());
        }
    }

    void write(BulkLoad bulk, LocalDate businessDate, String step, String partition) {
        try (BulkRows rows = bulk.into(
                "card_use",
                "business_date",
                "step",
                "partition_name",
                "merchant_id",
                "currency",
                "card_sha256",
                "item_count",
                "amount_minor")) {
            uses.forEach((use, total) -> rows.date(businessDate)
                    .text(step)
                    .text(partition)
                    .text(use.merchantId())
                    .text(use.currency())
                    .text(use.card())
                    .number(total.count())
                    .number(total.amountMinor())
                    .end());
        }
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
