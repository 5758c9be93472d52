package io.qingfen.clearing.batch;

import io.qingfen.clearing.ClearedItem;
import io.qingfen.clearing.ClearedOriginal;
import io.qingfen.clearing.FollowUp;
import io.qingfen.clearing.Hold;
import io.qingfen.clearing.MerchantFollowUps;
import io.qingfen.clearing.jdbc.FollowUpEffects;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.OpenItem;

/** Turns the verdicts on follow-ups into rows, money, cases and open items. */
final class FollowUpClearing implements MerchantFollowUps.Verdicts {
    private final OpenBooks open;
    private final ItemStatus items;
    private final FollowUpEffects effects;

    FollowUpClearing(OpenBooks open, FollowUpEffects effects) {
        this.open = open;
        this.items = new ItemStatus(open);
        this.effects = effects;
    }

    /** Counts what clearTerminals handed over. */
    void arrived(FollowUp followUp) {
        open.books().night().captures("FOLLOWED_UP", followUp.capture());
        open.books().night().authorizations("FOLLOWED_UP", followUp.authorization());
    }

    @Override
    public void settled(FollowUp followUp, ClearedItem item) {
        if (followUp.waiting() != null) {
            items.resolved(waitingItem(followUp));
        }
        items.settled(item);
    }

    @Override
    public void held(FollowUp followUp, MatchStatus status) {
        FollowUp.Waiting waiting = followUp.waiting();
        if (waiting != null && waiting.status() == status) {
            open.books().night().captures("OPEN", followUp.capture());
            open.books().night().authorizations("OPEN", followUp.authorization());
            return;
        }
        if (waiting != null) {
            items.resolved(waitingItem(followUp));
        }
        items.verdict(
                followUp.itemId(),
                status,
                followUp.matchedBy(),
                followUp.capture(),
                followUp.authorization(),
                waiting != null ? waiting.joinsUntil() : open.rules().joinsUntil(open.businessDate()));
    }

    private static OpenItem waitingItem(FollowUp followUp) {
        FollowUp.Waiting waiting = followUp.waiting();
        return new OpenItem(
                followUp.itemId(),
                waiting.openedOn(),
                waiting.status(),
                followUp.matchedBy(),
                followUp.capture(),
                followUp.authorization(),
                waiting.caseId(),
                waiting.suspenseMinor(),
                waiting.withheldMinor(),
                waiting.joinsUntil());
    }

    @Override
    public void tookEffect(FollowUp followUp, ClearedOriginal original, String kind, long feeBack, long costBack) {
        effects.add(followUp, original, kind, feeBack, costBack);
    }

    @Override
    public void holdUsed(Hold hold, FollowUp completion) {
        effects.close(completion.capture().merchant().id(), hold, "COMPLETION");
    }
}
