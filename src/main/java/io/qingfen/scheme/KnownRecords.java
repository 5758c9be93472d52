package io.qingfen.scheme;

import io.qingfen.scheme.SchemeJoin.Joined;
import java.util.HashSet;
import java.util.Set;

/** What the books know of records without item of ours: filled with what was found, then asked record by record. */
public final class KnownRecords {
    private final Set<String> joined = new HashSet<>();
    private final Set<String> failed = new HashSet<>();

    /** Records that were joined now, so that a second copy in the same file is seen. */
    public static KnownRecords of(Joined now) {
        KnownRecords known = new KnownRecords();
        now.pairs().forEach(pair -> {
            SchemeRecord record = pair.scheme().item();
            known.joined(record.schemeRef(), record.rrn(), record.terminalId(), record.amountMinor());
        });
        return known;
    }

    /** A record of the scheme that was joined with an item of ours. */
    public void joined(String schemeRef, String rrn, String terminalId, long amountMinor) {
        if (!schemeRef.isEmpty()) {
            joined.add(refKey(schemeRef, amountMinor));
        }
        if (!rrn.isEmpty()) {
            joined.add(numbersKey(rrn, terminalId, amountMinor));
        }
    }

    /** An attempt that moved no money here. */
    public void failed(String rrn, String terminalId) {
        failed.add(rrn + "|" + terminalId);
    }

    public Known of(SchemeRecord record) {
        // A reversal is known by what it undoes.
        long minor = record.isReversal() ? -record.amountMinor() : record.amountMinor();
        boolean before = joined.contains(refKey(record.schemeRef(), minor))
                || !record.rrn().isEmpty() && joined.contains(numbersKey(record.rrn(), record.terminalId(), minor));
        if (before) {
            return Known.JOINED_BEFORE;
        }
        boolean attempt = !record.rrn().isEmpty() && failed.contains(record.rrn() + "|" + record.terminalId());
        return attempt ? Known.FAILED : Known.NOTHING;
    }

    private static String refKey(String ref, long minor) {
        return "R" + ref + "|" + Long.signum(minor);
    }

    private static String numbersKey(String rrn, String terminalId, long minor) {
        return "N" + rrn + "|" + terminalId + "|" + minor;
    }
}
