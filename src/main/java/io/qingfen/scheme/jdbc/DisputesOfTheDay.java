package io.qingfen.scheme.jdbc;

import io.qingfen.ledger.Moves;
import io.qingfen.run.DayWork;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Books disputes that came by day, on lines CHARGEBACKS and CHARGEBACK_REVERSALS of their merchants. */
@Component
class DisputesOfTheDay implements DayWork {
    private final SchemeDisputes disputes;
    private final Moves moves;

    DisputesOfTheDay(SchemeDisputes disputes, Moves moves) {
        this.disputes = disputes;
        this.moves = moves;
    }

    @Override
    public void takeOver(LocalDate businessDate) {
        disputes.apply(businessDate);
        moves.add(disputes.bookedOn(businessDate).stream()
                .flatMap(dispute -> dispute.on(businessDate).stream())
                .toList());
    }
}
