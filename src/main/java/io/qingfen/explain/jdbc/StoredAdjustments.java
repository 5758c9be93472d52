package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books.Account;
import io.qingfen.explain.Books.AdjustedFee;
import io.qingfen.explain.Books.FeeAdjustment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables adjustment and adjustment_line. */
@Component
class StoredAdjustments {
    private final JdbcClient jdbc;

    StoredAdjustments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FeeAdjustment> find(String id) {
        return jdbc.sql(
                        "select adjustment_id, from_date, to_date, plan_name, plan_sha256, digest, maker, reason, checker,"
                                + " state from adjustment where adjustment_id = ?")
                .param(id)
                .query((row, n) -> new FeeAdjustment(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10)))
                .optional();
    }

    List<AdjustedFee> fees(String id, Account account, String line) {
        return jdbc.sql("select priced_date, old_rule, new_rule, item_count, amount_minor, charged_minor, other_minor"
                        + " from adjustment_line where adjustment_id = ? and merchant_id = ? and currency = ? and line = ?"
                        + " order by priced_date, old_rule, new_rule")
                .params(id, account.merchantId(), account.currency().code(), line)
                .query((row, n) -> new AdjustedFee(
                        row.getObject(1, LocalDate.class),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)))
                .list();
    }
}
