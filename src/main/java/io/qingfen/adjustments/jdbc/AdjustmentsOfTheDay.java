package io.qingfen.adjustments.jdbc;

import io.qingfen.adjustments.Adjustment;
import io.qingfen.ledger.Move;
import io.qingfen.ledger.Moves;
import io.qingfen.run.DayWork;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Books what people approved by day: one move per merchant, currency and kind of fee, on line ADJUSTMENTS. */
@Component
class AdjustmentsOfTheDay implements DayWork {
    private final AdjustmentRows rows;
    private final Moves moves;

    AdjustmentsOfTheDay(AdjustmentRows rows, Moves moves) {
        this.rows = rows;
        this.moves = moves;
    }

    @Override
    public void takeOver(LocalDate businessDate) {
        rows.apply(businessDate);
        for (Adjustment adjustment : rows.bookedOn(businessDate)) {
            List<Move> booked = rows.fees(adjustment.id()).stream()
                    .map(fees -> fees.move(adjustment, businessDate))
                    .toList();
            moves.add(booked);
        }
    }
}
