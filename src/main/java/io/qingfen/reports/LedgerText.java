package io.qingfen.reports;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.time.LocalDate;

/** Lines of a plain-text accounting journal, as hledger reads it. */
public final class LedgerText {
    private LedgerText() {}

    /** Tells how amounts of the currency are written: {@code commodity 1000.00 CNY}. */
    public static String commodity(Currency currency) {
        return "commodity 1000." + "0".repeat(currency.digits()) + " " + currency.code() + "\n";
    }

    /** Declares an account, so that a strict reader takes none that is mistyped. */
    public static String account(String account) {
        return "account " + account + "\n";
    }

    /** First line of an entry; a semicolon would begin a comment, a bar would end the payee. */
    public static String heading(LocalDate date, String code, String description) {
        String clean = description.replaceAll("[;|\\s]+", " ").strip();
        return "\n" + date + " *" + (code.isEmpty() ? "" : " (" + code + ")") + " " + clean + "\n";
    }

    /** One leg; debits are positive. */
    public static String posting(String account, long minor, Currency currency) {
        return "    " + account + "  " + Amounts.format(minor, currency) + " " + currency.code() + "\n";
    }
}
