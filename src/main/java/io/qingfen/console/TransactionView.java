package io.qingfen.console;

import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchStatus.Disposition;
import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.overview.TransactionList.Amount;
import io.qingfen.overview.TransactionList.Key;
import io.qingfen.overview.TransactionList.Wanted;
import io.qingfen.reference.TxnType;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which transactions a page lists, as it stands in its address; null and blank ask for nothing.
 *
 * @param outcome settled, held or not, or one verdict of matching
 * @param amount with the decimals of its currency, thousands apart or not
 * @param reference an id, a trace number or a reference number, whole
 */
record TransactionView(
        LocalDate date,
        String merchant,
        String terminal,
        TxnType type,
        String outcome,
        String amount,
        String currency,
        String reference) {
    private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9][0-9]{0,14})(?:\\.([0-9]{1,4}))?");

    /** Those that a transaction may have. */
    static final List<TxnType> TYPES =
            Arrays.stream(TxnType.values()).filter(TxnType::isCapturable).toList();

    /** Verdicts under which rows stand, but the one that all settled ones have. */
    static final List<MatchStatus> STATUSES = Arrays.stream(MatchStatus.values())
            .filter(status -> status.disposition() != null && status.disposition() != Disposition.SETTLED)
            .toList();

    TransactionView {
        merchant = Address.text(merchant);
        terminal = Address.text(terminal);
        outcome = Address.text(outcome);
        amount = Address.text(amount);
        currency = Address.text(currency).toUpperCase(Locale.ROOT);
        reference = Address.text(reference);
    }

    /** Without a reference all dates would be too many. */
    boolean needsDate() {
        return date == null && (reference.isEmpty() || reference.length() <= Wanted.LONGEST_TRACE);
    }

    TransactionView of(LocalDate other) {
        return new TransactionView(other, merchant, terminal, type, outcome, amount, currency, reference);
    }

    /**
     * @param after the last row of the page before; empty for the first page
     * @throws Refusal when the outcome, the amount or the last row is none
     */
    Wanted wanted(String after, int most) {
        boolean disposition =
                Arrays.stream(Disposition.values()).anyMatch(one -> one.name().equals(outcome));
        boolean status = STATUSES.stream().anyMatch(one -> one.name().equals(outcome));
        if (!outcome.isEmpty() && !disposition && !status) {
            throw unknown("there is no outcome '" + outcome + "'");
        }
        return new Wanted(
                date,
                merchant,
                terminal,
                type == null ? "" : type.name(),
                disposition ? outcome : "",
                status ? outcome : "",
                minor(),
                currency,
                reference,
                key(after),
                most);
    }

    /** Null when no amount is asked for. */
    private Amount minor() {
        if (amount.isEmpty()) {
            return null;
        }
        String plain = amount.replace(",", "");
        var found = DECIMAL.matcher(plain);
        if (!found.matches()) {
            throw unknown("amount '" + amount + "' is none; write it as 1234.50, with the decimals of its currency");
        }
        int decimals = found.group(1) == null ? 0 : found.group(1).length();
        List<Currency> currencies = Currency.withDigits(decimals).stream()
                .filter(one -> currency.isEmpty() || currency.equals(one.code()))
                .toList();
        if (currencies.isEmpty()) {
            throw unknown("amount '" + amount + "' is none; write it as 1234.50, with the decimals of its currency");
        }
        return new Amount(Amounts.parse(plain, currencies.get(0)), currencies);
    }

    private static Key key(String after) {
        int comma = after.indexOf(',');
        if (comma < 0) {
            return null;
        }
        try {
            return new Key(LocalDate.parse(after.substring(0, comma)), after.substring(comma + 1));
        } catch (DateTimeException none) {
            throw unknown("'" + after + "' is no place in the list; begin with its first page");
        }
    }

    private static Refusal unknown(String problem) {
        return new Refusal(Exit.USAGE_OR_REFERENCE, problem);
    }

    /** What stands behind the question mark; empty when nothing is asked for. */
    public String query() {
        return Address.query(
                "date",
                date,
                "merchant",
                merchant,
                "terminal",
                terminal,
                "type",
                type,
                "outcome",
                outcome,
                "amount",
                amount,
                "currency",
                currency,
                "reference",
                reference);
    }
}
