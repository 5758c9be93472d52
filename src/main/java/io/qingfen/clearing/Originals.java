package io.qingfen.clearing;

import io.qingfen.reference.TxnType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The cleared transactions of one merchant that its follow-ups may point at, earlier dates and today; of several with
 * one key the latest counts.
 */
public final class Originals {
    private final Map<Long, ClearedOriginal> byRrn = new HashMap<>();
    private final Map<OfVoid, ClearedOriginal> byTerminalAndRrn = new HashMap<>();
    private final Map<Trace, ClearedOriginal> byTrace = new HashMap<>();

    /** Must be called in rising order of business date. Credits are no originals. */
    public void add(ClearedOriginal original) {
        boolean completion = original.txnType() == TxnType.PREAUTH_COMPLETION;
        byRrn.put(original.rrn(), original);
        byTerminalAndRrn.put(new OfVoid(original.terminalId(), original.rrn(), completion), original);
        byTrace.put(new Trace(original.terminalId(), original.batchNo(), original.traceNo(), completion), original);
    }

    void add(ClearedItem completion, LocalDate businessDate) {
        add(new ClearedOriginal(
                completion.itemId(),
                businessDate,
                completion.capture().terminal().id(),
                completion.capture().batchNo(),
                completion.capture().traceNo(),
                ItemCases.rrn(completion.capture(), completion.authorization()),
                completion.capture().txnType(),
                completion.capture().amountMinor(),
                completion.capture().currency(),
                completion.feeMinor(),
                completion.feeRule(),
                completion.costMinor()));
    }

    /** Same terminal; by original rrn, only when that is empty by batch and original trace. Null when none. */
    ClearedOriginal ofVoid(FollowUp voiding) {
        boolean completion = voiding.capture().txnType() == TxnType.COMPLETION_VOID;
        String terminal = voiding.capture().terminal().id();
        long rrn = voiding.originalRrn();
        if (rrn >= 0) {
            return byTerminalAndRrn.get(new OfVoid(terminal, rrn, completion));
        }
        int trace = voiding.capture().originalTraceNo();
        return trace < 0
                ? null
                : byTrace.get(new Trace(terminal, voiding.capture().batchNo(), trace, completion));
    }

    /** A sale, offline sale or completion of the merchant, at whichever terminal. Null when none. */
    ClearedOriginal ofRefund(FollowUp refund) {
        long rrn = refund.originalRrn();
        return rrn < 0 ? null : byRrn.get(rrn);
    }

    private record OfVoid(String terminalId, long rrn, boolean completion) {}

    private record Trace(String terminalId, int batchNo, int traceNo, boolean completion) {}
}
