package io.qingfen.reports.jdbc;

import io.qingfen.money.Currency;
import io.qingfen.reports.LedgerText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * The entries of a date as plain-text accounting. It begins with one entry of all opening balances, so that the
 * balances of the file are the closing column of the trial balance. Accounts are declared, so that a strict reader
 * accepts it.
 */
@Component
public class LedgerJournal {
    private final Reading reading;

    LedgerJournal(Reading reading) {
        this.reading = reading;
    }

    /** @return entries, the opening one included */
    public long write(LocalDate businessDate, OutputStream out) throws IOException {
        Writer writer = new Writer(businessDate, out);
        writer.text("; Qingfen, journal of " + businessDate + "\n");
        reading.each(
                "select distinct currency from trial_balance where business_date = :date order by currency",
                businessDate,
                row -> writer.text(LedgerText.commodity(Currency.of(row.getString(1)))));
        reading.each(
                "select distinct account from trial_balance where business_date = :date order by account",
                businessDate,
                row -> writer.text(LedgerText.account(row.getString(1))));
        reading.each(
                "select account, currency, opening_minor from trial_balance where business_date = :date"
                        + " and opening_minor <> 0 order by account, currency",
                businessDate,
                row -> writer.posting("", "opening balances", row.getString(1), row.getLong(3), row.getString(2)));
        reading.each(
                "select e.entry_id, e.description, p.account, p.debit_minor - p.credit_minor as minor, p.currency"
                        + " from journal_entry e join posting p on p.entry_id = e.entry_id"
                        + " where e.business_date = :date order by e.entry_id, p.posting_no",
                businessDate,
                row -> writer.posting(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getString(5)));
        return writer.entries;
    }

    /** Begins an entry where the code changes. */
    private static final class Writer {
        private final LocalDate businessDate;
        private final OutputStream out;
        private String current;
        private long entries;

        Writer(LocalDate businessDate, OutputStream out) {
            this.businessDate = businessDate;
            this.out = out;
        }

        void posting(String code, String description, String account, long minor, String currency) throws IOException {
            if (!code.equals(current)) {
                text(LedgerText.heading(businessDate, code, description));
                current = code;
                entries++;
            }
            text(LedgerText.posting(account, minor, Currency.of(currency)));
        }

        void text(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
