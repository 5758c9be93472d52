package io.qingfen.reports;

/**
 * Why something failed or waits, for people.
 *
 * @param category CARD, TERMINAL, BANK, OTHER of the response-code table; ORPHAN, BREAK, DUPLICATE, BATCH, PRICING,
 *     DEPOSIT, WATCH for cases; may be empty
 */
public record Explanation(String category, String reason, String suggestedAction) {}
