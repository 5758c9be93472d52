package io.qingfen.settlement.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.settlement.AgentShare;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Position;
import io.qingfen.settlement.Positions;
import io.qingfen.settlement.ReserveHold;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tables position (a line's column has the line's name), reserve_hold and agent_share. */
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

    @Override
    public void storeReserves(Collection<ReserveHold> reserves) {
        if (reserves.isEmpty()) {
            return;
        }
        try (BulkRows rows = bulk.into(
                "reserve_hold",
                "business_date",
                "merchant_id",
                "currency",
                "base_minor",
                "rate_ppm",
                "withheld_minor",
                "days",
                "release_on")) {
            for (ReserveHold hold : reserves) {
                rows.date(hold.withheldOn()).text(hold.merchantId());
                rows.text(hold.currency().code()).number(hold.baseMinor());
                rows.number(hold.rate().partsPerMillion()).number(hold.withheldMinor());
                rows.number(hold.days()).date(hold.releaseOn()).end();
            }
        }
    }

    @Override
    public void storeShares(Collection<AgentShare> shares) {
        if (shares.isEmpty()) {
            return;
        }
        try (BulkRows rows = bulk.into(
                "agent_share",
                "business_date",
                "agent_id",
                "merchant_id",
                "currency",
                "volume_minor",
                "merchant_fees_minor",
                "floor_rate_ppm",
                "ratio_ppm",
                "floor_fees_minor",
                "share_minor")) {
            shares.forEach(share -> write(rows, share));
        }
    }

    private static void write(BulkRows rows, AgentShare share) {
        rows.date(share.businessDate()).text(share.agentId()).text(share.merchantId());
        rows.text(share.currency().code()).number(share.volumeMinor()).number(share.merchantFeesMinor());
        rows.number(share.floorRate().partsPerMillion()).number(share.ratio().partsPerMillion());
        rows.number(share.floorFeesMinor()).number(share.shareMinor()).end();
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
