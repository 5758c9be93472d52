package io.qingfen.reference;

/** Kinds of transaction as both canonical files spell them. */
public enum TxnType {
    SALE(Side.DEBIT),
    OFFLINE_SALE(Side.DEBIT),
    PREAUTH_COMPLETION(Side.DEBIT),
    VOID(Side.CREDIT),
    COMPLETION_VOID(Side.CREDIT),
    REFUND(Side.CREDIT),
    PREAUTH(Side.NONE),
    PREAUTH_VOID(Side.NONE),
    REVERSAL(Side.NONE),
    BALANCE_INQUIRY(Side.NONE);

    /** Which way the money goes: DEBIT to the merchant, CREDIT back to the cardholder, NONE no money by itself. */
    public enum Side {
        DEBIT,
        CREDIT,
        NONE
    }

    private final Side side;

    TxnType(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** May stand in a terminal batch, and may be paired. */
    public boolean isCapturable() {
        return side != Side.NONE;
    }

    /** Points at another record and is judged after all pairs of the date. */
    public boolean isFollowUp() {
        return this == PREAUTH_COMPLETION || side == Side.CREDIT;
    }
}
