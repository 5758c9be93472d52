package io.qingfen.ledger;

import io.qingfen.money.Currency;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One balanced entry of the books. Never changed once posted; a correction is another entry.
 *
 * @param key what the entry is for, unique within the business date, for example {@code SALES|8983…|UNIONPAY|CNY}
 * @param description for people; ASCII, stable
 */
public record Entry(LocalDate businessDate, String key, String description, List<Posting> postings) {

    /** @throws IllegalArgumentException when debits and credits differ in any currency, or nothing is posted */
    public Entry {
        postings = List.copyOf(postings);
        Map<String, Long> difference = new TreeMap<>();
        for (Posting posting : postings) {
            difference.merge(
                    posting.currency().code(),
                    Math.subtractExact(posting.debitMinor(), posting.creditMinor()),
                    Math::addExact);
        }
        if (postings.isEmpty() || difference.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException("entry " + key + " does not balance: " + difference);
        }
    }

    /** {@code debit} to one account, the same to the other's credit; a negative amount swaps the sides. */
    public static Entry transfer(
            LocalDate businessDate,
            String key,
            String description,
            String debitAccount,
            String creditAccount,
            long minor,
            Currency currency) {
        return new Entry(
                businessDate,
                key,
                description,
                List.of(
                        Posting.debit(debitAccount, minor, currency),
                        Posting.debit(creditAccount, Math.negateExact(minor), currency)));
    }

    /** The same postings with debit and credit exchanged, under this key. */
    public Entry reversed(String reversalKey) {
        List<Posting> swapped = postings.stream()
                .map(posting ->
                        new Posting(posting.account(), posting.creditMinor(), posting.debitMinor(), posting.currency()))
                .toList();
        return new Entry(businessDate, reversalKey, "reversal: " + description, swapped);
    }

    /** Stable for ever: {@code E}, the date, and 16 hex digits of SHA-256 over date and key. */
    public String id() {
        return idOf(businessDate, key);
    }

    /** See {@link #id()}. */
    public static String idOf(LocalDate businessDate, String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((businessDate + "|" + key).getBytes(StandardCharsets.UTF_8));
            return "E" + businessDate.format(DateTimeFormatter.BASIC_ISO_DATE) + "-"
                    + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
