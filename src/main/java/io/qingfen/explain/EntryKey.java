package io.qingfen.explain;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The key of a ledger entry taken apart: what it books, its details, then merchant and currency.
 *
 * @param merchantId empty for openings and moves
 * @param currency empty for moves
 */
record EntryKey(String what, List<String> details, String merchantId, String currency) {
    /** Ends the keys of a date that was run again: its generation, R for an entry that takes one back. */
    private static final Pattern AGAIN = Pattern.compile("(#[0-9]+R?)+$");

    private static final String OPENING = "OPENING";
    private static final String MOVE = "MOVE";

    static EntryKey of(String key) {
        List<String> parts = Arrays.asList(AGAIN.matcher(key).replaceAll("").split("\\|", -1));
        String what = parts.get(0);
        int size = parts.size();
        if (what.equals(MOVE) || size < 2) {
            return new EntryKey(what, parts.subList(1, size), "", "");
        }
        if (what.equals(OPENING) || size < 3) {
            return new EntryKey(what, List.of(), "", parts.get(1));
        }
        return new EntryKey(what, parts.subList(1, size - 2), parts.get(size - 2), parts.get(size - 1));
    }

    String words() {
        return words(what)
                + (merchantId.isEmpty() ? "" : ", merchant " + merchantId)
                + (currency.isEmpty() ? "" : ", " + currency);
    }

    private String words(String booked) {
        return switch (booked) {
            case "SALES" -> "cleared sales, " + detail(0);
            case "VOIDS" -> "cleared voids, " + detail(0);
            case "REFUNDS" -> "cleared refunds, " + detail(0);
            case "MERCHANT_FEES" -> "merchant fees of the date";
            case "SCHEME_COST" -> "what the scheme costs, " + detail(0);
            case "CREDITS_WITHHELD" -> "credits promised to cardholders, kept or given back";
            case "RESERVE_WITHHELD" -> "reserve withheld of the date's sales";
            case "RESERVE_RELEASED" -> "reserve of " + detail(0) + " released";
            case "AGENT_SHARE" -> "what the merchant's agent earns";
            case "SUSPENSE" -> "approved money that waits: " + detail(1) + ", " + detail(0);
            case "INSTANT_FEE" -> "surcharge for payout on the same day";
            case "PAYOUT" -> "payout prepared";
            case "RECEIVABLE" -> "what the merchant owes, shown as receivable";
            case "RECEIVABLE_REVERSED" -> "yesterday's receivable, back to payable";
            case OPENING -> "opening balances";
            case MOVE ->
                details.size() >= 6 && detail(0).equals("SCHEME_COST")
                        ? "what " + detail(1) + " keeps by its files of " + detail(2)
                                + (detail(6).isEmpty() ? " beside the cost reckoned, " : " as brand fees, ")
                                + detail(3) + ", merchant " + detail(4)
                        : "money moved by a decision or a bank's answer: " + String.join("|", details);
            default ->
                booked.startsWith("DEPOSIT_") ? "terminal deposits " + booked.substring("DEPOSIT_".length()) : booked;
        };
    }

    String detail(int at) {
        return at < details.size() ? details.get(at) : "";
    }
}
