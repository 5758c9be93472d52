package io.qingfen.clearing.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.clearing.Digits;
import io.qingfen.clearing.RecordCodec;
import io.qingfen.intake.Authorization;
import io.qingfen.matching.Earlier;
import io.qingfen.matching.OpenItem;
import io.qingfen.matching.Pair;
import java.time.LocalDate;

/** What clearTerminals hands to clearFollowUps: pairs that point at another record, holds, reversed originals. */
public final class FollowUps implements AutoCloseable {
    private final LocalDate businessDate;
    private final BulkRows pairs;
    private final BulkRows holds;
    private final BulkRows effects;

    FollowUps(LocalDate businessDate, BulkLoad bulk) {
        this.businessDate = businessDate;
        this.pairs = bulk.into(
                "follow_up",
                "business_date",
                "merchant_id",
                "item_id",
                "opened_on",
                "case_id",
                "matched_by",
                "match_status",
                "suspense_minor",
                "withheld_minor",
                "joins_until",
                "capture",
                "authorization_record");
        this.holds = bulk.into(
                "hold_event",
                "business_date",
                "merchant_id",
                "rrn",
                "kind",
                "terminal_id",
                "amount_minor",
                "currency",
                "file_no",
                "line_no");
        this.effects = effectRows(bulk);
    }

    static BulkRows effectRows(BulkLoad bulk) {
        return bulk.into(
                "clearing_effect",
                "original_id",
                "original_date",
                "merchant_id",
                "business_date",
                "kind",
                "item_id",
                "amount_minor",
                "fee_minor",
                "cost_minor");
    }

    /** A pair of today. */
    public void add(Pair pair, String itemId) {
        pairs.date(businessDate)
                .text(pair.captureSide().capture().merchant().id())
                .text(itemId)
                .date(null)
                .text(null)
                .text(pair.matchedBy().name())
                .text("")
                .number(0)
                .number(0)
                .date(null)
                .bytes(RecordCodec.encode(pair.captureSide().capture()))
                .bytes(RecordCodec.encode(pair.authorizationSide().authorization()))
                .end();
    }

    /** A pair that waited and is judged again. */
    public void add(OpenItem item) {
        pairs.date(businessDate)
                .text(item.capture().merchant().id())
                .text(item.itemId())
                .date(item.openedOn())
                .text(item.caseId())
                .text(item.matchedBy().name())
                .text(item.status().name())
                .number(item.suspenseMinor())
                .number(item.withheldMinor())
                .date(item.joinsUntil())
                .bytes(RecordCodec.encode(item.capture()))
                .bytes(RecordCodec.encode(item.authorization()))
                .end();
    }

    /**
     * @param rrn of the pre-authorization
     * @param kind OPEN, PREAUTH_VOID or REVERSAL
     */
    public void hold(Authorization by, long rrn, String kind) {
        holds.date(businessDate)
                .text(by.merchant().id())
                .text(Digits.rrn(rrn))
                .text(kind)
                .text(by.terminal().id())
                .number(by.amountMinor())
                .text(by.currency().code())
                .number(by.source().file())
                .number(by.source().line())
                .end();
    }

    /** An original of an earlier date counts as voided from today. */
    public void reversed(Earlier.Original original, Authorization reversal, String itemId) {
        effects.text(original.transactionId())
                .date(original.date())
                .text(reversal.merchant().id())
                .date(businessDate)
                .text("REVERSAL")
                .text(itemId)
                .number(original.stillPaidMinor())
                .number(0)
                .number(0)
                .end();
    }

    @Override
    public void close() {
        pairs.close();
        holds.close();
        effects.close();
    }
}
