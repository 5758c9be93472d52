package io.qingfen.generator;

import io.qingfen.reference.TxnType;
import java.time.LocalDateTime;

/**
 * One record of a scheme's file.
 *
 * @param rrn twelve digits
 * @param ref the scheme's key, as the host knows it
 * @param originalRef of a refund or void: that of the sale; else empty
 * @param minor fen, + the scheme pays us
 * @param reversal undoes a record with the same numbers and the other sign
 * @param card full number, empty for wallets
 */
record SchemeEntry(
        TxnType type,
        Stand stand,
        String rrn,
        String ref,
        String originalRef,
        LocalDateTime time,
        long minor,
        SchemeCost cost,
        boolean reversal,
        String card) {

    /** Trace number of the network. */
    String stan() {
        return rrn.substring(rrn.length() - 6);
    }

    String merchantId() {
        return stand.shop().id();
    }

    String terminalId() {
        return stand.shop().terminalId(stand.terminal());
    }

    /** The same in other words. */
    SchemeEntry with(long otherMinor, SchemeCost otherCost) {
        return new SchemeEntry(type, stand, rrn, ref, originalRef, time, otherMinor, otherCost, reversal, card);
    }

    /** The same under another reference number. */
    SchemeEntry with(String otherRrn) {
        return new SchemeEntry(type, stand, otherRrn, ref, originalRef, time, minor, cost, reversal, card);
    }

    /** What undoes it. */
    SchemeEntry undone() {
        return new SchemeEntry(type, stand, rrn, ref, originalRef, time, -minor, new SchemeCost(0, 0), true, card);
    }
}
