package io.qingfen.clearing.batch;

import io.qingfen.clearing.Hold;
import io.qingfen.clearing.Holds;
import io.qingfen.clearing.jdbc.FollowUpEffects;
import io.qingfen.clearing.jdbc.FollowUpTables.HoldEvent;
import java.time.LocalDate;
import java.util.List;

/** Applies a date's hold events of one merchant: openings first, then closings. */
final class HoldBook {
    private HoldBook() {}

    static void apply(
            String merchantId, List<HoldEvent> events, Holds holds, FollowUpEffects effects, LocalDate businessDate) {
        for (HoldEvent event : events) {
            if (event.kind().equals("OPEN")) {
                Hold hold = Hold.open(event.rrn(), businessDate, event.amountMinor(), event.currency());
                if (holds.open(hold)) {
                    effects.open(merchantId, event, hold);
                }
            } else {
                Hold closed = holds.close(event.rrn());
                if (closed != null) {
                    effects.close(merchantId, closed, event.kind());
                }
            }
        }
    }
}
