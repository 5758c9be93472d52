package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.clearing.ClearedItem;
import io.qingfen.clearing.Digits;
import io.qingfen.clearing.ItemIds;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchedBy;
import java.time.LocalDate;

/** Rows of table transactions: one per financial item judged on the date. */
final class TransactionRows implements AutoCloseable {
    private final BulkRows rows;

    TransactionRows(LocalDate businessDate, BulkLoad bulk, ItemIds ids) {
        this.rows = bulk.intoDate(
                businessDate,
                "transactions",
                "transaction_id",
                "merchant_id",
                "terminal_id",
                "batch_no",
                "trace_no",
                "rrn",
                "txn_type",
                "channel",
                "card_type",
                "amount_minor",
                "currency",
                "response_code",
                "match_status",
                "matched_by",
                "disposition",
                "fee_minor",
                "fee_rule",
                "scheme_cost_minor",
                "net_minor",
                "txn_time",
                "entry_mode",
                "scheme_ref",
                "original_id",
                "original_date",
                "capture_file",
                "capture_line",
                "authorization_file",
                "authorization_line");
    }

    void settled(ClearedItem item) {
        begin(item.itemId(), MatchStatus.MATCHED, item.matchedBy(), item.capture(), item.authorization());
        rows.number(item.feeMinor())
                .text(item.feeRule())
                .number(item.costMinor())
                .number(item.netMinor());
        finish(item.capture(), item.authorization(), item.originalId(), item.originalDate());
    }

    void unsettled(
            String itemId, MatchStatus status, MatchedBy matchedBy, Capture capture, Authorization authorization) {
        begin(itemId, status, matchedBy, capture, authorization);
        rows.number(null).text(null).number(null).number(null);
        finish(capture, authorization, null, null);
    }

    private void begin(
            String itemId, MatchStatus status, MatchedBy matchedBy, Capture capture, Authorization authorization) {
        rows.text(itemId);
        if (capture != null) {
            claimed(capture, authorization);
        } else {
            answered(authorization);
        }
        rows.text(authorization == null ? "" : authorization.responseCode())
                .text(status.name())
                .text(matchedBy == null ? "" : matchedBy.name())
                .text(status.disposition().name());
    }

    private void claimed(Capture capture, Authorization authorization) {
        boolean alone = authorization == null;
        long rrn = capture.hasRrn() || alone ? capture.rrn() : authorization.rrn();
        rows.text(capture.merchant().id())
                .text(capture.terminal().id())
                .text(Digits.six(capture.batchNo()))
                .text(Digits.six(capture.traceNo()))
                .text(Digits.rrn(rrn))
                .text(capture.txnType().name())
                .text(alone ? "" : authorization.channel().name())
                .text(alone ? "" : authorization.cardType().name())
                .number(capture.amountMinor())
                .text(capture.currency().code());
    }

    private void answered(Authorization authorization) {
        rows.text(authorization.merchant().id())
                .text(authorization.terminal().id())
                .text(Digits.six(authorization.batchNo()))
                .text(Digits.six(authorization.traceNo()))
                .text(Digits.rrn(authorization.rrn()))
                .text(authorization.txnType().name())
                .text(authorization.channel().name())
                .text(authorization.cardType().name())
                .number(authorization.amountMinor())
                .text(authorization.currency().code());
    }

    private void finish(Capture capture, Authorization authorization, String originalId, LocalDate originalDate) {
        rows.number(capture != null ? capture.txnTime() : authorization.txnTime())
                .text(capture == null ? "" : capture.entryMode())
                .text(authorization == null ? "" : authorization.schemeRef())
                .text(originalId)
                .date(originalDate);
        if (capture == null) {
            rows.number(null).number(null);
        } else {
            rows.number(capture.source().file()).number(capture.source().line());
        }
        if (authorization == null) {
            rows.number(null).number(null);
        } else {
            rows.number(authorization.source().file())
                    .number(authorization.source().line());
        }
        rows.end();
    }

    @Override
    public void close() {
        rows.close();
    }
}
