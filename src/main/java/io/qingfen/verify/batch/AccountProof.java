package io.qingfen.verify.batch;

import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.Books;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Table merchant_account holds the frozen accounts, and a new row exactly where something changed. */
final class AccountProof {
    private static final String ROWS = """
            select merchant_id, valid_from, merchant_name, account_name, account_cipher, account_digest, account_masked,
                   bank_code, bank_name, case when valid_from = :date then 1 else 0 end,
                   case when exists (select 1 from business_day d where d.business_date = valid_from) then 1 else 0 end
              from merchant_account where valid_from <= :date order by merchant_id, valid_from
            """;
    private static final int NAMES = 3;
    private final Books books;
    private final AccountVault vault;
    private final DateFacts facts;
    private final Map<String, Row> latest = new HashMap<>();

    AccountProof(Books books, AccountVault vault, DateFacts facts) {
        this.books = books;
        this.vault = vault;
        this.facts = facts;
    }

    void prove(Proof proof) {
        Rows rows = books.rows("table merchant_account", ROWS);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            Row before = latest.put(row.cell(0), row);
            String who = "table merchant_account [" + row.cell(0) + "|" + row.cell(1) + "]";
            proof.same(who, "valid_from is a business date", row.cell(10), 1);
            if (before != null && row.number(9) == 1 && equal(before, row)) {
                proof.red(who + ": says nothing new");
            }
        }
        for (MerchantFacts merchant : facts.merchants().values()) {
            Row row = latest.remove(merchant.id());
            if (row == null) {
                proof.red("table merchant_account [" + merchant.id() + "]: is missing on " + facts.date());
            } else {
                merchant(row, merchant, proof);
            }
        }
        latest.values().stream()
                .filter(row -> row.number(9) == 1)
                .forEach(row -> proof.red("table merchant_account [" + row.cell(0) + "|" + row.cell(1)
                        + "]: has it, the frozen merchants.csv has not"));
    }

    private boolean equal(Row before, Row row) {
        for (int i : new int[] {2, NAMES, 7, 8}) {
            if (!before.cell(i).equals(row.cell(i))) {
                return false;
            }
        }
        return open(before).equals(open(row));
    }

    private void merchant(Row row, MerchantFacts merchant, Proof proof) {
        String who = "table merchant_account [" + row.cell(0) + "|" + row.cell(1) + "]";
        proof.same(who, "merchant_name", row.cell(2), merchant.name());
        proof.same(who, "account_name", row.cell(NAMES), merchant.accountName());
        proof.same(who, "account_masked", row.cell(6), merchant.accountMasked());
        proof.same(who, "bank_code", row.cell(7), merchant.bankCode());
        proof.same(who, "bank_name", row.cell(8), merchant.bankName());
        proof.holds(
                open(row).equals(merchant.accountNo()),
                who + " account_cipher: does not open to the account of the frozen merchants.csv ("
                        + merchant.accountMasked() + ")");
        proof.holds(
                vault.isDigestOf(row.cell(5), merchant.id() + "\n" + merchant.accountNo()),
                who + " account_digest: is not that of the account of the frozen merchants.csv");
    }

    /** Empty when it does not open. */
    private String open(Row row) {
        byte[] clear = vault.open("account of " + row.cell(0), row.cell(4).getBytes(StandardCharsets.ISO_8859_1));
        return clear == null ? "" : new String(clear, StandardCharsets.UTF_8);
    }
}
