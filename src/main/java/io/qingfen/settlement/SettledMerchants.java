package io.qingfen.settlement;

import io.qingfen.ledger.Entry;
import io.qingfen.reference.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the days of some merchants come to: the same of the same, whenever it is reckoned. */
public record SettledMerchants(
        List<Position> positions, List<ReserveHold> reserves, List<AgentShare> shares, List<Entry> entries) {

    /** @param held merchants that are not paid on the date, whatever they are owed */
    public static SettledMerchants of(List<MerchantDay> days, Snapshot reference, Set<String> held) {
        SettledMerchants settled =
                new SettledMerchants(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (MerchantDay day : days) {
            Optional<Position> position = day.hasLines()
                    ? Optional.of(Settlement.settle(day, reference, held.contains(day.merchantId())))
                    : Optional.empty();
            Optional<AgentShare> share = AgentShare.of(day, reference);
            position.ifPresent(settled.positions::add);
            ReserveHold.of(day, reference).ifPresent(settled.reserves::add);
            share.ifPresent(settled.shares::add);
            settled.entries.addAll(DayEntries.of(day, position, share));
        }
        return settled;
    }
}
