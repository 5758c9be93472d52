package io.qingfen.scheme;

import io.qingfen.reference.TxnType;

/** By what a transaction of ours and a record of the scheme are found to be the same; empty where one has no such key. */
final class JoinKeys {
    private JoinKeys() {}

    static String withAmount(String key, long minor) {
        return key.isEmpty() ? "" : key + "|" + minor;
    }

    static String byRef(OwnItem item) {
        return item.schemeRef().isEmpty()
                ? ""
                : item.schemeRef() + "|" + Long.signum(item.amountMinor()) + item.currency();
    }

    static String byRef(SchemeRecord record, String ref) {
        return ref.isEmpty() ? "" : ref + "|" + Long.signum(record.amountMinor()) + record.currency();
    }

    static String byRefAlone(OwnItem item) {
        return item.schemeRef().isEmpty() ? "" : item.schemeRef() + "|" + item.currency();
    }

    static String byRefAlone(SchemeRecord record) {
        return record.schemeRef().isEmpty() ? "" : record.schemeRef() + "|" + record.currency();
    }

    /** @param minor 0 where the amount does not matter */
    static String byNumbers(OwnItem item, long minor) {
        return item.rrn().isEmpty()
                ? ""
                : item.rrn() + "|" + item.terminalId() + "|" + item.txnType() + "|" + minor + item.currency();
    }

    static String byNumbers(SchemeRecord record, long minor) {
        return record.rrn().isEmpty()
                ? ""
                : record.rrn() + "|" + record.terminalId() + "|" + record.txnType() + "|" + minor + record.currency();
    }

    /** Whatever its type; a reversal is never taken for something else. */
    static String byAmount(OwnItem item) {
        return item.rrn().isEmpty() || item.txnType() == TxnType.REVERSAL
                ? ""
                : item.rrn() + "|" + item.terminalId() + "|" + item.amountMinor() + item.currency();
    }

    static String byAmount(SchemeRecord record) {
        return record.rrn().isEmpty() || record.isReversal()
                ? ""
                : record.rrn() + "|" + record.terminalId() + "|" + record.amountMinor() + record.currency();
    }
}
