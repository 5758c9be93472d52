package io.qingfen.adjustments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Fees of closed dates that are to be those of other plans.
 *
 * @param number 1, 2, 3 … in the order in which they were proposed
 * @param basis what it was reckoned from
 * @param digest over the basis and every line
 * @param checker null until somebody approved it
 * @param endedBy who rejected or withdrew it, null otherwise
 * @param businessDate whose night booked it; null until then
 */
public record Adjustment(
        String id,
        long number,
        Basis basis,
        String digest,
        String reason,
        AdjustmentState state,
        String maker,
        OffsetDateTime proposedAt,
        String checker,
        OffsetDateTime approvedAt,
        String endedBy,
        OffsetDateTime endedAt,
        String endReason,
        LocalDate businessDate) {

    /**
     * What differences are reckoned from.
     *
     * @param planName the file as the maker named it
     * @param planSha256 of its bytes
     * @param merchants only these; empty: every merchant with a difference
     */
    public record Basis(LocalDate from, LocalDate to, String planName, String planSha256, SortedSet<String> merchants) {
        public String merchantsText() {
            return String.join(",", merchants);
        }

        public static SortedSet<String> merchants(String text) {
            return new TreeSet<>(text.isEmpty() ? List.of() : List.of(text.split(",")));
        }

        /** For example {@code 2026-03-02} or {@code 2026-03-02 to 2026-03-05}. */
        public String period() {
            return from.equals(to) ? from.toString() : from + " to " + to;
        }
    }

    /** Stable for ever: {@code J} and the first 20 hex digits of SHA-256 over number, maker, reason and digest. */
    public static String idOf(long number, String maker, String reason, String digest) {
        return "J"
                + sha256(String.join("|", Long.toString(number), maker, reason, digest))
                        .substring(0, 20);
    }

    /** The same as long as period, plan, merchants and every figure are the same. */
    public static String digest(Basis basis, List<AdjustmentLine> lines) {
        StringBuilder text = new StringBuilder();
        text.append(String.join(
                        "|",
                        basis.from().toString(),
                        basis.to().toString(),
                        basis.planName(),
                        basis.planSha256(),
                        basis.merchantsText()))
                .append('\n');
        lines.stream()
                .sorted(AdjustmentLine.ORDER)
                .forEach(line -> text.append(line.text()).append('\n'));
        return sha256(text.toString());
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
