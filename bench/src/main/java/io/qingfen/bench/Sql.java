package io.qingfen.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The two sides and their join, as the contenders that use SQL write them. */
final class Sql {
    static final String CAPTURES =
            "merchant_id varchar(15), terminal_id char(8), batch_no char(6), trace_no char(6), txn_type varchar(20),"
                    + " card_token varchar(64), amount bigint, txn_time timestamp, rrn char(12), auth_code varchar(6),"
                    + " entry_mode varchar(8)";
    static final String AUTHORIZATIONS =
            "rrn char(12), merchant_id varchar(15), terminal_id char(8), batch_no char(6), trace_no char(6),"
                    + " txn_type varchar(20), channel varchar(16), card_token varchar(64), card_type varchar(16),"
                    + " card_origin varchar(16), amount bigint, currency char(3), txn_time timestamp, response_code varchar(2),"
                    + " auth_code varchar(6), scheme_ref varchar(64)";
    static final String MERCHANTS = "merchant_id varchar(15), merchant_class varchar(16), fee_plan varchar(16)";

    private Sql() {}

    static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Every capture and authorization with what became of it, and the price of those that match. */
    static String join(String divide) {
        return """
                select merchant_id, terminal_id, batch_no, trace_no, txn_type, rrn, channel, card_type, amount, txn_time,
                  match_status, case when match_status = 'MATCHED' then %s end as fee,
                  case when match_status = 'MATCHED' then %s end as issuer_cost,
                  case when match_status = 'MATCHED' then %s end as network_cost
                from (
                  select coalesce(c.merchant_id, a.merchant_id) as merchant_id, coalesce(c.terminal_id, a.terminal_id) as terminal_id,
                    coalesce(c.batch_no, a.batch_no) as batch_no, coalesce(c.trace_no, a.trace_no) as trace_no,
                    coalesce(c.txn_type, a.txn_type) as txn_type, coalesce(c.rrn, a.rrn) as rrn, a.channel, a.card_type, a.card_origin,
                    c.entry_mode, coalesce(c.amount, a.amount) as amount, coalesce(c.txn_time, a.txn_time) as txn_time,
                    m.fee_plan, m.merchant_class,
                    case when a.rrn is null then 'ORPHAN_CAPTURE' when c.rrn is null then 'ORPHAN_AUTHORIZATION'
                      when a.response_code <> '00' then 'DECLINED_CAPTURE' when a.amount <> c.amount then 'AMOUNT_MISMATCH'
                      else 'MATCHED' end as match_status
                  from captures c
                  full join authorizations a
                    on a.terminal_id = c.terminal_id and a.rrn = c.rrn and a.txn_type = c.txn_type
                  join merchants m on m.merchant_id = coalesce(c.merchant_id, a.merchant_id)) j
                """.formatted(Tariff.FEE.sql(divide), Tariff.ISSUER_COST.sql(divide), Tariff.NETWORK_COST.sql(divide));
    }

    /** What stands in the table of matched transactions. */
    static Outcome outcome(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), sum(amount), sum(fee) from " + table + " where match_status = 'MATCHED'")) {
            row.next();
            return new Outcome(
                    row.getLong(1),
                    row.getBigDecimal(2).longValueExact(),
                    row.getBigDecimal(3).longValueExact());
        }
    }
}
