package io.qingfen.clearing;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;

/**
 * A cleared transaction that later records may point at, with what they did to it so far. Changes while a merchant's
 * follow-ups are judged, in their order.
 */
public final class ClearedOriginal {
    private final String transactionId;
    private final LocalDate date;
    private final String terminalId;
    private final int batchNo;
    private final int traceNo;
    private final long rrn;
    private final TxnType txnType;
    private final long amountMinor;
    private final Currency currency;
    private final long feeMinor;
    private final String feeRule;
    private final long costMinor;
    private long refundedMinor;
    private long feeBackMinor;
    private long costBackMinor;
    private boolean voided;

    /**
     * @param amountMinor minor units, positive
     * @param feeMinor of the original, minor units
     * @param costMinor of the original, minor units
     */
    public ClearedOriginal(
            String transactionId,
            LocalDate date,
            String terminalId,
            int batchNo,
            int traceNo,
            long rrn,
            TxnType txnType,
            long amountMinor,
            Currency currency,
            long feeMinor,
            String feeRule,
            long costMinor) {
        this.transactionId = transactionId;
        this.date = date;
        this.terminalId = terminalId;
        this.batchNo = batchNo;
        this.traceNo = traceNo;
        this.rrn = rrn;
        this.txnType = txnType;
        this.amountMinor = amountMinor;
        this.currency = currency;
        this.feeMinor = feeMinor;
        this.feeRule = feeRule;
        this.costMinor = costMinor;
    }

    /** A void, or a reversal after clearing, took it back whole. */
    public void markVoided() {
        voided = true;
    }

    /** Adds a refund that was cleared: amounts in minor units, 0 or more. */
    public void addRefund(long refundMinor, long feeBack, long costBack) {
        refundedMinor = Math.addExact(refundedMinor, refundMinor);
        feeBackMinor = Math.addExact(feeBackMinor, feeBack);
        costBackMinor = Math.addExact(costBackMinor, costBack);
    }

    public String transactionId() {
        return transactionId;
    }

    public LocalDate date() {
        return date;
    }

    public String terminalId() {
        return terminalId;
    }

    public int batchNo() {
        return batchNo;
    }

    public int traceNo() {
        return traceNo;
    }

    public long rrn() {
        return rrn;
    }

    public TxnType txnType() {
        return txnType;
    }

    public long amountMinor() {
        return amountMinor;
    }

    public Currency currency() {
        return currency;
    }

    public long feeMinor() {
        return feeMinor;
    }

    public String feeRule() {
        return feeRule;
    }

    public long costMinor() {
        return costMinor;
    }

    public long refundedMinor() {
        return refundedMinor;
    }

    public long feeBackMinor() {
        return feeBackMinor;
    }

    public long costBackMinor() {
        return costBackMinor;
    }

    public boolean isVoided() {
        return voided;
    }
}
