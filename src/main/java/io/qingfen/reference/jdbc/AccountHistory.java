package io.qingfen.reference.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.reference.AccountCipher;
import io.qingfen.reference.batch.MerchantsFile;
import io.qingfen.reference.batch.MerchantsFile.Payee;
import io.qingfen.reference.batch.ReferenceFiles;
import io.qingfen.run.Masked;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Table {@code merchant_account}: a new row from the date on which a name or an account is another than before. */
@Component
class AccountHistory {
    private static final int AT_ONCE = 1_000;
    private final JdbcTemplate jdbc;
    private final BulkLoad bulk;
    private final AccountCipher cipher;

    AccountHistory(JdbcTemplate jdbc, BulkLoad bulk, AccountCipher cipher) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.cipher = cipher;
    }

    /** What is known of a merchant: everything but the account number, of which only the digest can be compared. */
    private record Known(String name, String accountName, String digest, String bankCode, String bankName) {
        static Known of(ResultSet row) throws SQLException {
            return new Known(
                    row.getString("merchant_name"),
                    row.getString("account_name"),
                    row.getString("account_digest"),
                    row.getString("bank_code"),
                    row.getString("bank_name"));
        }

        boolean is(Payee payee, AccountCipher cipher) {
            return name.equals(payee.name())
                    && accountName.equals(payee.accountName())
                    && bankCode.equals(payee.bankCode())
                    && bankName.equals(payee.bankName())
                    && cipher.isDigestOf(digest, payee.merchantId(), payee.accountNo());
        }
    }

    /** Records the accounts of sound files from this date on. */
    void record(LocalDate date, ReferenceFiles files) throws IOException {
        try (BulkRows rows = bulk.into(
                "merchant_account",
                "merchant_id",
                "valid_from",
                "merchant_name",
                "account_name",
                "account_cipher",
                "account_digest",
                "account_masked",
                "bank_code",
                "bank_name")) {
            List<Payee> some = new ArrayList<>(AT_ONCE);
            MerchantsFile.payees(files, payee -> {
                some.add(payee);
                if (some.size() == AT_ONCE) {
                    record(date, some, rows);
                    some.clear();
                }
            });
            record(date, some, rows);
        }
    }

    /** Accounts are compared and sealed side by side, and written in the order of the file. */
    private void record(LocalDate date, List<Payee> payees, BulkRows rows) {
        Map<String, Known> known = latest(payees);
        payees.parallelStream()
                .filter(payee -> isNew(payee, known.get(payee.merchantId())))
                .map(this::sealed)
                .toList()
                .forEach(account -> write(date, account, rows));
    }

    private boolean isNew(Payee payee, Known before) {
        return before == null || !before.is(payee, cipher);
    }

    private record Sealed(Payee payee, byte[] accountCipher, String digest) {}

    private Sealed sealed(Payee payee) {
        return new Sealed(
                payee,
                cipher.encrypt(payee.merchantId(), payee.accountNo()),
                cipher.digest(payee.merchantId(), payee.accountNo()));
    }

    private static void write(LocalDate date, Sealed account, BulkRows rows) {
        Payee payee = account.payee();
        rows.text(payee.merchantId())
                .date(date)
                .text(payee.name())
                .text(payee.accountName())
                .bytes(account.accountCipher())
                .text(account.digest())
                .text(Masked.account(payee.accountNo()))
                .text(payee.bankCode())
                .text(payee.bankName())
                .end();
    }

    private Map<String, Known> latest(List<Payee> payees) {
        String[] ids = payees.stream().map(Payee::merchantId).toArray(String[]::new);
        Map<String, Known> known = new HashMap<>();
        jdbc.query(
                "select a.* from (select distinct id from unnest(cast(? as varchar array)) as u(id)) k"
                        + " join merchant_account a on a.merchant_id = k.id order by a.valid_from",
                row -> {
                    known.put(row.getString("merchant_id"), Known.of(row));
                },
                (Object) ids);
        return known;
    }
}
