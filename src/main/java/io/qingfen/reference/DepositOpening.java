package io.qingfen.reference;

import java.time.LocalDate;

/**
 * What a deposit already was when Qingfen took over the books. Minor units.
 *
 * @param countedVolumeMinor up to and including {@code asOf}
 */
public record DepositOpening(
        String terminalId, LocalDate asOf, long collectedMinor, long refundedMinor, long countedVolumeMinor) {}
