package io.qingfen.overview.jdbc;

import io.qingfen.ledger.Account;
import io.qingfen.overview.MerchantBooks.Balance;
import io.qingfen.run.OnlyServing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads table trial_balance. */
@OnlyServing
@Component
class TrialBalanceRows {
    /** One account of these for every merchant, or agent. */
    private static final List<String> OF_MANY = List.of(
            Account.MERCHANT_PAYABLE,
            Account.MERCHANT_RECEIVABLE,
            Account.TERMINAL_DEPOSITS,
            Account.RESERVE,
            Account.AGENT_PAYABLE);

    private static final String GROUP = OF_MANY.stream()
            .map(beginning -> "when account like '" + beginning + "%' then '" + beginning + "' ")
            .collect(Collectors.joining("", "case ", "else account end"));

    private final JdbcClient jdbc;

    TrialBalanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Balance> grouped(LocalDate date) {
        return jdbc.sql("select name, currency, count(*), sum(opening_minor), sum(debits_minor), sum(credits_minor), "
                        + "sum(closing_minor) from (select " + GROUP + " as name, t.* from trial_balance t "
                        + "where business_date = ?) grouped group by name, currency order by currency, name")
                .param(date)
                .query(TrialBalanceRows::balance)
                .list();
    }

    /** @param after account and currency of the last one before, by comma; empty: from the first */
    List<Balance> accounts(LocalDate date, String pattern, String after, int most) {
        int comma = Math.max(0, after.lastIndexOf(','));
        return jdbc.sql("select account, currency, 1, opening_minor, debits_minor, credits_minor, closing_minor "
                        + "from trial_balance where business_date = ? and account like ? escape '!' and (account, currency) > (?, ?) "
                        + "order by account, currency limit ?")
                .params(
                        date,
                        pattern,
                        after.substring(0, comma),
                        after.substring(Math.min(after.length(), comma + 1)),
                        most)
                .query(TrialBalanceRows::balance)
                .list();
    }

    private static Balance balance(ResultSet row, int no) throws SQLException {
        return new Balance(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getBigDecimal(4).longValueExact(),
                row.getBigDecimal(5).longValueExact(),
                row.getBigDecimal(6).longValueExact(),
                row.getBigDecimal(7).longValueExact());
    }
}
