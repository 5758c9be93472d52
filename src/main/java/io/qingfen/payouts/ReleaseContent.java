package io.qingfen.payouts;

import io.qingfen.money.Currency;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a release would let go: the totals, the bank files that leave, by the hash of their bytes, and the payouts themselves.
 *
 * @param totals in order of value date and currency
 * @param files in byte order of their names
 * @param payoutsSha256 over every payout of the release with merchant, amount and account, in order of id
 */
public record ReleaseContent(
        LocalDate businessDate, List<ReleaseTotal> totals, List<HashedFile> files, String payoutsSha256) {

    /** A bank file and the SHA-256 of its bytes, hex. */
    public record HashedFile(String name, String sha256) {}

    public ReleaseContent {
        totals = List.copyOf(totals);
        files = List.copyOf(files);
    }

    /** What is approved: changes with any payout, total, file name or byte. Hex. */
    public String digest() {
        StringBuilder text =
                new StringBuilder("release 1\n").append(businessDate).append('\n');
        for (ReleaseTotal total : totals) {
            text.append(total.valueDate()).append('|').append(total.currency().code());
            text.append('|').append(total.payouts()).append('|').append(total.amountMinor());
            text.append('\n');
        }
        text.append(payoutsSha256).append('\n');
        for (HashedFile file : files) {
            text.append(file.sha256()).append("  ").append(file.name()).append('\n');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public long payouts() {
        return totals.stream().mapToLong(ReleaseTotal::payouts).reduce(0, Math::addExact);
    }

    /** Minor units over all value dates, by currency code. */
    public SortedMap<String, Long> minorByCurrency() {
        SortedMap<String, Long> sums = new TreeMap<>();
        totals.forEach(total -> sums.merge(total.currency().code(), total.amountMinor(), Math::addExact));
        return sums;
    }

    Currency currency(String code) {
        return totals.stream()
                .map(ReleaseTotal::currency)
                .filter(currency -> currency.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
