package io.qingfen.scheme.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * What people find a row of a scheme's file by, and the transaction of ours that it belongs to.
 *
 * @param transactionId null, like its date, when it belongs to none or the table has no such column
 */
public record FoundBy(
        String rrn,
        String schemeRef,
        String terminalId,
        String merchantId,
        String cardMasked,
        String transactionId,
        LocalDate ownDate) {

    static FoundBy of(ResultSet row) throws SQLException {
        return of(row, row.getString("transaction_id"), row.getObject("own_date", LocalDate.class));
    }

    static FoundBy withoutOurs(ResultSet row) throws SQLException {
        return of(row, null, null);
    }

    private static FoundBy of(ResultSet row, String transactionId, LocalDate ownDate) throws SQLException {
        return new FoundBy(
                row.getString("rrn"),
                row.getString("scheme_ref"),
                row.getString("terminal_id"),
                row.getString("merchant_id"),
                row.getString("card_masked"),
                transactionId,
                ownDate);
    }
}
