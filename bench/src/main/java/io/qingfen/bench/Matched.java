package io.qingfen.bench;

import io.qingfen.bench.Rule.Priced;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;

/** A row of the result as the chunk jobs write it; prices only where it matches. */
record Matched(
        String merchantId,
        String terminalId,
        String batchNo,
        String traceNo,
        String txnType,
        String rrn,
        Timestamp time,
        Priced priced,
        String status) {
    static final int COLUMNS = 14;

    void set(PreparedStatement row) throws SQLException {
        row.setString(1, merchantId);
        row.setString(2, terminalId);
        row.setString(3, batchNo);
        row.setString(4, traceNo);
        row.setString(5, txnType);
        row.setString(6, rrn);
        row.setString(7, priced.channel());
        row.setString(8, priced.cardType());
        row.setLong(9, priced.amount());
        row.setTimestamp(10, time);
        row.setString(11, status);
        price(row, 12, Tariff.FEE);
        price(row, 13, Tariff.ISSUER_COST);
        price(row, 14, Tariff.NETWORK_COST);
    }

    private void price(PreparedStatement row, int column, Tariff tariff) throws SQLException {
        if (status.equals("MATCHED")) {
            row.setLong(column, tariff.price(priced));
        } else {
            row.setNull(column, Types.BIGINT);
        }
    }
}
