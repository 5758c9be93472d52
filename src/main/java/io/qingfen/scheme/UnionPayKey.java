package io.qingfen.scheme;

/** What the files of UnionPay call a transaction by: acquiring institution, forwarding institution, trace number and time. */
final class UnionPayKey {
    private UnionPayKey() {}

    static String of(FixedRecord record) {
        return record.text("acq_inst_id")
                + record.text("fwd_inst_id")
                + record.text("stan")
                + record.text("trans_datetime");
    }

    /** @param message its type, four digits */
    static boolean isReversal(String message) {
        return message.equals("0420") || message.equals("0422");
    }
}
