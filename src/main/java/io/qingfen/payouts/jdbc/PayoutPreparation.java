package io.qingfen.payouts.jdbc;

import io.qingfen.bulk.BulkLoad;
import io.qingfen.bulk.BulkRows;
import io.qingfen.money.Currency;
import io.qingfen.payouts.BankCodes;
import io.qingfen.payouts.PayoutId;
import io.qingfen.payouts.PayoutState;
import io.qingfen.reference.AccountCipher;
import io.qingfen.reference.Accounts;
import io.qingfen.reference.Accounts.Account;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import io.qingfen.run.Dialect;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes a PREPARED payout of every position that pays; one that is there already stays as it is. */
@Component
public class PayoutPreparation {
    private static final int AT_ONCE = 5_000;
    private static final int MOST_PROBLEMS = 50;
    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final Dialect dialect;
    private final BulkLoad bulk;
    private final Accounts accounts;
    private final AccountCipher cipher;

    PayoutPreparation(
            JdbcOperations operations, Dialect dialect, BulkLoad bulk, Accounts accounts, AccountCipher cipher) {
        this.jdbc = JdbcClient.create(operations);
        this.operations = operations;
        this.dialect = dialect;
        this.bulk = bulk;
        this.accounts = accounts;
        this.cipher = cipher;
    }

    private record Paying(String merchantId, String currency, long payoutMinor, LocalDate valueDate) {}

    /**
     * Memory is bounded by a page of positions. What reads the payouts next finds them known to the planner.
     *
     * @throws Refusal with exit 2, naming every merchant whose account cannot be paid to
     */
    public void prepare(Snapshot snapshot) {
        List<String> problems = new ArrayList<>();
        List<Paying> page = page(snapshot.businessDate(), new Paying("", "", 0, null));
        while (!page.isEmpty()) {
            preparePage(snapshot, page, problems);
            page = page(snapshot.businessDate(), page.get(page.size() - 1));
        }
        refuse(problems);
        dialect.refreshFigures(operations, "payout");
    }

    private List<Paying> page(LocalDate businessDate, Paying last) {
        return jdbc.sql("select merchant_id, currency, payout_minor, value_date from position"
                        + " where business_date = ? and merchant_id >= ? and (merchant_id > ? or currency > ?)"
                        + " and payout_minor > 0 order by merchant_id, currency fetch first " + AT_ONCE + " rows only")
                .params(businessDate, last.merchantId(), last.merchantId(), last.currency())
                .query((row, n) -> new Paying(
                        row.getString(1), row.getString(2), row.getLong(3), row.getObject(4, LocalDate.class)))
                .list();
    }

    private void preparePage(Snapshot snapshot, List<Paying> page, List<String> problems) {
        LocalDate date = snapshot.businessDate();
        Set<String> standing = standing(date, page);
        List<Paying> missing = page.stream()
                .filter(paying -> !standing.contains(paying.merchantId() + "|" + paying.currency()))
                .toList();
        Map<String, Account> found =
                accounts.of(missing.stream().map(Paying::merchantId).distinct().toList(), date);
        try (BulkRows rows = bulk.into(
                "payout",
                "payout_id",
                "business_date",
                "merchant_id",
                "currency",
                "amount_minor",
                "account_name",
                "account_masked",
                "account_cipher",
                "bank_code",
                "bank_name",
                "value_date",
                "state")) {
            for (Paying paying : missing) {
                prepareOne(snapshot, paying, found.get(paying.merchantId()), rows, problems);
            }
        }
    }

    private void prepareOne(Snapshot snapshot, Paying paying, Account account, BulkRows rows, List<String> problems) {
        Merchant merchant = snapshot.merchant(paying.merchantId());
        String problem = problem(merchant, account);
        if (problem != null) {
            problems.add("merchant " + paying.merchantId() + " cannot be paid: " + problem);
            return;
        }
        Currency currency = Currency.of(paying.currency());
        rows.text(PayoutId.of(snapshot.businessDate(), merchant.id(), currency, merchant.currency()))
                .date(snapshot.businessDate())
                .text(merchant.id())
                .text(currency.code())
                .number(paying.payoutMinor())
                .text(account.accountName())
                .text(account.masked())
                .bytes(cipher.encrypt(merchant.id(), account.accountNo()))
                .text(account.bankCode())
                .text(account.bankName())
                .date(paying.valueDate())
                .text(PayoutState.PREPARED.name())
                .end();
    }

    /** Null when there is none. */
    private static String problem(Merchant merchant, Account account) {
        if (merchant == null) {
            return "reference/merchants.csv of the date has no such merchant";
        }
        if (account == null) {
            return "reference/merchants.csv of the date has no account for it";
        }
        if (account.accountName().isBlank()) {
            return "its account_name in reference/merchants.csv is empty";
        }
        return BankCodes.isAccountNo(account.accountNo())
                ? null
                : "its account_no in reference/merchants.csv is empty, longer than 34 characters or has other characters"
                        + " than digits, letters, space and . / _ -";
    }

    private Set<String> standing(LocalDate date, List<Paying> page) {
        return new HashSet<>(jdbc.sql("select merchant_id || '|' || currency from payout"
                        + " where business_date = ? and merchant_id >= ? and merchant_id <= ?")
                .params(
                        date,
                        page.get(0).merchantId(),
                        page.get(page.size() - 1).merchantId())
                .query(String.class)
                .list());
    }

    private static void refuse(List<String> problems) {
        if (problems.isEmpty()) {
            return;
        }
        List<String> shown = new ArrayList<>(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
        if (shown.size() < problems.size()) {
            shown.add("and " + (problems.size() - shown.size()) + " more merchants");
        }
        shown.add(
                "no payout file was written; complete the accounts in reference/merchants.csv, then start the date over");
        throw new Refusal(Exit.USAGE_OR_REFERENCE, shown);
    }
}
