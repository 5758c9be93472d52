package io.qingfen.scheme.jdbc;

import io.qingfen.ledger.Moves;
import io.qingfen.run.DayWork;
import io.qingfen.scheme.CostDifference;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Books what comparisons found of costs by day: one move per comparison, channel, merchant and currency. */
@Component
class SchemeCostsOfTheDay implements DayWork {
    private final SchemeCosts costs;
    private final Moves moves;

    SchemeCostsOfTheDay(SchemeCosts costs, Moves moves) {
        this.costs = costs;
        this.moves = moves;
    }

    @Override
    public void takeOver(LocalDate businessDate) {
        costs.apply(businessDate);
        moves.add(costs.bookedOn(businessDate).stream()
                .map((CostDifference difference) -> difference.move(businessDate))
                .flatMap(Optional::stream)
                .toList());
    }
}
