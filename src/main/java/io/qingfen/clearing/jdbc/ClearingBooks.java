package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.clearing.ClearedItem;
import io.qingfen.clearing.Digits;
import io.qingfen.clearing.ItemIds;
import io.qingfen.clearing.Totals;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchedBy;
import io.qingfen.reference.ResponseCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What one partition of a clearing step writes: rows as they come, totals at the end. Lives within the partition's
 * transaction and thread.
 */
public final class ClearingBooks implements AutoCloseable {
    private final LocalDate businessDate;
    private final String step;
    private final String partition;
    private final BulkLoad bulk;
    private final ItemIds ids;
    private final TransactionRows transactions;
    private final BulkRows failures;
    private final Totals.Night night = new Totals.Night();
    private final Totals<MerchantLine> merchants = new Totals<>();
    private final SettledTotals settled = new SettledTotals();
    private final Optional<CardUses> cards;

    ClearingBooks(
            LocalDate businessDate, String step, String partition, BulkLoad bulk, ItemIds ids, boolean watchesCards) {
        this.businessDate = businessDate;
        this.step = step;
        this.partition = partition;
        this.bulk = bulk;
        this.ids = ids;
        this.cards = watchesCards ? Optional.of(new CardUses()) : Optional.empty();
        this.transactions = new TransactionRows(businessDate, bulk, ids);
        this.failures = bulk.into(
                "failure",
                "business_date",
                "merchant_id",
                "terminal_id",
                "trace_no",
                "rrn",
                "txn_type",
                "channel",
                "card_type",
                "amount_minor",
                "currency",
                "txn_time",
                "response_code",
                "outcome",
                "authorization_file",
                "authorization_line");
    }

    public Totals.Night night() {
        return night;
    }

    public ItemIds ids() {
        return ids;
    }

    /** A pair that counts: its row, and its money on the way to the merchant's position. */
    public void settled(ClearedItem item) {
        transactions.settled(item);
        settled.add(item);
        cards.ifPresent(uses -> uses.add(item.capture()));
    }

    /** An item that is held or not settled: only its row. One of the two records may be null. */
    public void unsettled(
            String itemId, MatchStatus status, MatchedBy matchedBy, Capture capture, Authorization authorization) {
        transactions.unsettled(itemId, status, matchedBy, capture, authorization);
    }

    /** @param outcome of the response-code table, UNKNOWN for an unmapped code */
    public void failure(Authorization failed, ResponseCode.Outcome outcome) {
        failures.date(businessDate)
                .text(failed.merchant().id())
                .text(failed.terminal().id())
                .text(Digits.six(failed.traceNo()))
                .text(Digits.rrn(failed.rrn()))
                .text(failed.txnType().name())
                .text(failed.channel().name())
                .text(failed.cardType().name())
                .number(failed.amountMinor())
                .text(failed.currency().code())
                .number(failed.txnTime())
                .text(failed.responseCode())
                .text(outcome.name())
                .number(failed.source().file())
                .number(failed.source().line())
                .end();
    }

    /** Money in suspense changes by this much; + is more held. */
    public void suspense(Authorization authorization, MatchStatus status, long count, long changeMinor) {
        if (changeMinor != 0) {
            merchants.add(line(authorization, "SUSPENSE", status.name()), count, changeMinor);
        }
    }

    /** The merchant's position changes by this much; − is withheld, + given back. */
    public void withheld(Authorization authorization, long changeMinor) {
        if (changeMinor != 0) {
            merchants.add(line(authorization, "CREDITS_WITHHELD", ""), 1, changeMinor);
        }
    }

    private static MerchantLine line(Authorization authorization, String line, String kind) {
        return new MerchantLine(
                authorization.merchant().id(),
                authorization.currency().code(),
                authorization.channel().name(),
                line,
                kind);
    }

    /** Sends rows and totals. */
    @Override
    public void close() {
        transactions.close();
        failures.close();
        writeNight();
        settled.addTo(merchants);
        writeMerchants();
        settled.fees().write(bulk, businessDate, step, partition);
        cards.ifPresent(uses -> uses.write(bulk, businessDate, step, partition));
        writeVolumes(settled.volumes());
    }

    private void writeNight() {
        try (BulkRows rows = bulk.into(
                "night_total",
                "business_date",
                "step",
                "partition_name",
                "measure",
                "currency",
                "item_count",
                "amount_minor")) {
            night.forEach((measure, total) -> key(rows)
                    .text(measure.name())
                    .text(measure.currency())
                    .number(total.count())
                    .number(total.amountMinor())
                    .end());
        }
    }

    private void writeMerchants() {
        try (BulkRows rows = bulk.into(
                "merchant_total",
                "business_date",
                "step",
                "partition_name",
                "merchant_id",
                "currency",
                "channel",
                "line",
                "kind",
                "item_count",
                "amount_minor")) {
            merchants.forEach((line, total) -> key(rows)
                    .text(line.merchantId())
                    .text(line.currency())
                    .text(line.channel())
                    .text(line.line())
                    .text(line.kind())
                    .number(total.count())
                    .number(total.amountMinor())
                    .end());
        }
    }

    private void writeVolumes(Totals<Volume> volumes) {
        try (BulkRows rows = bulk.into(
                "terminal_volume",
                "business_date",
                "step",
                "partition_name",
                "terminal_id",
                "channel",
                "card_type",
                "amount_minor",
                "currency")) {
            volumes.forEach((volume, total) -> key(rows)
                    .text(volume.terminalId())
                    .text(volume.channel())
                    .text(volume.cardType())
                    .number(total.amountMinor())
                    .text(volume.currency())
                    .end());
        }
    }

    private BulkRows key(BulkRows rows) {
        return rows.date(businessDate).text(step).text(partition);
    }

    record MerchantLine(String merchantId, String currency, String channel, String line, String kind) {}

    /** Of every terminal, with a deposit or not: reports tell from it which terminals trade. */
    record Volume(String terminalId, String channel, String cardType, String currency) {}
}
