package io.qingfen.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * One item of the review queue as it is opened. Texts are empty and amounts null where the kind has none.
 *
 * @param subject what the case is about, unique per kind and opening date; part of the id
 * @param capturedMinor amount the merchant claims, minor units, never negative
 * @param authorizedMinor amount the host approved, minor units, never negative
 * @param currency three letters; empty without amounts
 * @param exposureMinor money at stake, minor units, never negative
 * @param captureFile number of the input file, 0 without capture
 * @param captureLine 1-based, 0 without capture
 */
public record Case(
        LocalDate openedOn,
        CaseKind kind,
        String subject,
        String merchantId,
        String terminalId,
        String batchNo,
        String traceNo,
        String rrn,
        Long capturedMinor,
        Long authorizedMinor,
        String currency,
        String responseCode,
        long exposureMinor,
        int captureFile,
        int captureLine,
        int authorizationFile,
        int authorizationLine) {

    /** A case about a terminal, merchant or code rather than a record. */
    public static Case about(
            LocalDate openedOn, CaseKind kind, String subject, String merchantId, String terminalId, String batchNo) {
        return new Case(
                openedOn, kind, subject, merchantId, terminalId, batchNo, "", "", null, null, "", "", 0, 0, 0, 0, 0);
    }

    /** Stable for ever: {@code K} and the first 20 hex digits of SHA-256 over opening date, kind and subject. */
    public String id() {
        return idOf(openedOn, kind, subject);
    }

    /** See {@link #id()}. */
    public static String idOf(LocalDate openedOn, CaseKind kind, String subject) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((openedOn + "|" + kind + "|" + subject).getBytes(StandardCharsets.UTF_8));
            return "K" + HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
