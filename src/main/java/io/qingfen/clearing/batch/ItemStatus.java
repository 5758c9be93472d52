package io.qingfen.clearing.batch;

import io.qingfen.clearing.ClearedItem;
import io.qingfen.clearing.ItemCases;
import io.qingfen.clearing.ItemMoney;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.Earlier;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchedBy;
import io.qingfen.matching.OpenItem;
import io.qingfen.matching.Outcome;
import io.qingfen.review.Case;
import java.time.LocalDate;

/** What a verdict does to one item: its row, its case, what it holds in the books while it stays open. */
final class ItemStatus {
    private final OpenBooks open;
    private final ItemCases cases;

    ItemStatus(OpenBooks open) {
        this.open = open;
        this.cases = new ItemCases(open.businessDate());
    }

    ItemCases cases() {
        return cases;
    }

    void settled(ClearedItem item) {
        open.books().settled(item);
        open.books().night().captures("SETTLED", item.capture());
        open.books().night().authorizations("SETTLED", item.authorization());
    }

    /** Held or not settled, with a case; a held item stays open until {@code joinsUntil} for its counterpart. */
    void verdict(
            String itemId,
            MatchStatus status,
            MatchedBy matchedBy,
            Capture capture,
            Authorization authorization,
            LocalDate joinsUntil) {
        open.books().unsettled(itemId, status, matchedBy, capture, authorization);
        Case opened = cases.of(itemId, status, capture, authorization);
        open.openCase(opened);
        String place = status.isHeld() ? "OPEN" : "NOT_SETTLED";
        if (capture != null) {
            open.books().night().captures(place, capture);
        }
        if (authorization != null) {
            open.books().night().authorizations(place, authorization);
        }
        if (status.isHeld()) {
            keep(itemId, status, matchedBy, capture, authorization, opened.id(), joinsUntil);
        }
    }

    private void keep(
            String itemId,
            MatchStatus status,
            MatchedBy matchedBy,
            Capture capture,
            Authorization authorization,
            String caseId,
            LocalDate joinsUntil) {
        Outcome outcome = authorization == null ? null : open.rules().outcome(authorization);
        ItemMoney money = ItemMoney.of(status, authorization, outcome);
        open.openItems()
                .add(new OpenItem(
                        itemId,
                        open.businessDate(),
                        status,
                        matchedBy,
                        capture,
                        authorization,
                        caseId,
                        money.suspenseMinor(),
                        money.withheldMinor(),
                        joinsUntil));
        if (authorization != null) {
            open.books().suspense(authorization, status, 1, money.suspenseMinor());
            open.books().withheld(authorization, -money.withheldMinor());
        }
    }

    /** An authorization of unknown fate that waits for a late capture or reversal: no row, but a case. */
    void waits(String itemId, Authorization authorization) {
        Case opened = cases.of(itemId, MatchStatus.UNKNOWN_OUTCOME, null, authorization);
        open.openCase(opened);
        keep(
                itemId,
                MatchStatus.UNKNOWN_OUTCOME,
                null,
                null,
                authorization,
                opened.id(),
                open.rules().joinsUntil(open.businessDate()));
    }

    /** A reversal without original yet: no case until it gives up. */
    void reversalWaits(String itemId, Authorization reversal) {
        keep(
                itemId,
                MatchStatus.REVERSAL_WITHOUT_ORIGINAL,
                null,
                null,
                reversal,
                null,
                open.rules().joinsUntil(open.businessDate()));
    }

    /** What the reversed original still pays out stays withheld until a person decides. */
    void withholdAfterClearing(String itemId, Authorization reversal, Earlier.Original original) {
        String caseId = Case.idOf(open.businessDate(), MatchStatus.REVERSAL_AFTER_CLEARING.caseKind(), itemId);
        open.openItems()
                .add(new OpenItem(
                        itemId,
                        open.businessDate(),
                        MatchStatus.REVERSAL_AFTER_CLEARING,
                        null,
                        null,
                        reversal,
                        caseId,
                        0,
                        original.stillPaidMinor(),
                        open.businessDate()));
        open.books().withheld(reversal, -original.stillPaidMinor());
    }

    /** An open item found its counterpart: it closes itself. */
    void resolved(OpenItem item) {
        release(item);
        open.selfCleared(item.caseId());
    }

    /** What an open item held in suspense and kept from the merchant comes back. */
    void release(OpenItem item) {
        open.openItems().remove(item.itemId(), item.openedOn());
        if (item.authorization() != null) {
            open.books().suspense(item.authorization(), item.status(), -1, Math.negateExact(item.suspenseMinor()));
            open.books().withheld(item.authorization(), item.withheldMinor());
        }
    }
}
