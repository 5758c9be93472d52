package io.qingfen.reference.jdbc;

import io.qingfen.reference.AccountCipher;
import io.qingfen.reference.Accounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class JdbcAccounts implements Accounts {
    private static final int AT_ONCE = 5_000;
    private final JdbcTemplate jdbc;
    private final AccountCipher cipher;

    JdbcAccounts(JdbcTemplate jdbc, AccountCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public Map<String, Account> of(Collection<String> merchantIds, LocalDate businessDate) {
        Map<String, Account> accounts = new HashMap<>();
        List<String> ids = new ArrayList<>(merchantIds);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            String[] some =
                    ids.subList(from, Math.min(ids.size(), from + AT_ONCE)).toArray(String[]::new);
            jdbc.query(
                    "select merchant_id, merchant_name, account_name, account_cipher, account_masked, bank_code, bank_name"
                            + " from (select a.*, row_number() over (partition by merchant_id order by valid_from desc) as age"
                            + " from (select distinct id from unnest(cast(? as varchar array)) as u(id)) k"
                            + " join merchant_account a on a.merchant_id = k.id where a.valid_from <= ?) known"
                            + " where age = 1",
                    row -> {
                        accounts.put(row.getString(1), account(row));
                    },
                    some,
                    businessDate);
        }
        return accounts;
    }

    private Account account(ResultSet row) throws SQLException {
        String merchantId = row.getString("merchant_id");
        return new Account(
                merchantId,
                row.getString("merchant_name"),
                row.getString("account_name"),
                cipher.decrypt(merchantId, row.getBytes("account_cipher")),
                row.getString("account_masked"),
                row.getString("bank_code"),
                row.getString("bank_name"));
    }
}
