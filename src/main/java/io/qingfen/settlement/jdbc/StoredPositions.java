package io.qingfen.settlement.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Position;
import io.qingfen.settlement.Positions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Table position; a line's column has the line's name. */
@Component
class StoredPositions implements Positions {
    private final BulkLoad bulk;

    StoredPositions(BulkLoad bulk) {
        this.bulk = bulk;
    }

    @Override
    public void store(Collection<Position> positions) {
        try (BulkRows rows = bulk.into("position", columns())) {
            positions.forEach(position -> write(rows, position));
        }
    }

    private static String[] columns() {
        List<String> columns = new ArrayList<>(List.of("business_date", "merchant_id", "currency", "sales_count"));
        for (Line line : Line.values()) {
            columns.add(line.name().toLowerCase(Locale.ROOT) + "_minor");
        }
        columns.addAll(List.of("net_minor", "decision", "payout_minor", "carried_forward_minor", "value_date"));
        return columns.toArray(String[]::new);
    }

    private static void write(BulkRows rows, Position position) {
        rows.date(position.businessDate()).text(position.merchantId());
        rows.text(position.currency().code()).number(position.salesCount());
        for (Line line : Line.values()) {
            rows.number(position.lines().of(line));
        }
        rows.number(position.netMinor()).text(position.decision().name());
        rows.number(position.payoutMinor()).number(position.carriedForwardMinor());
        rows.date(position.valueDate()).end();
    }
}
