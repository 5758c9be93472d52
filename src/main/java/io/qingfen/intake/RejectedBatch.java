package io.qingfen.intake;

import io.qingfen.money.Currency;

/**
 * A batch header that was rejected, so that all its details are lost; a person must see it. Texts are as written, cut
 * to the width of the review queue and free of control characters.
 *
 * @param currency null when unreadable or unknown
 * @param statedMinor debit and credit amount that the terminal states, minor units; 0 when unreadable
 */
public record RejectedBatch(
        Source source, String merchantId, String terminalId, String batchNo, Currency currency, long statedMinor) {}
