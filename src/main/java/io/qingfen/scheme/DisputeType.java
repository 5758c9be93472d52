package io.qingfen.scheme;

/** What a dispute is, as UnionPay spells it; which way its money goes between the scheme and us, and what it is for the merchant. */
public enum DisputeType {
    /** Answer to a request for the slip: moves no money. */
    E05(0, Effect.NONE, "answer to a request for the slip"),
    /** The acquirer claims what it was not paid, or gave back wrongly. */
    E22(1, Effect.GIVES_BACK, "claim of the acquirer"),
    E23(-1, Effect.TAKES, "chargeback"),
    E24(1, Effect.GIVES_BACK, "re-presentment"),
    E25(-1, Effect.TAKES, "second chargeback"),
    /** The acquirer gives back what it was paid too much: that was never the merchant's. */
    E32(-1, Effect.NONE, "credit adjustment"),
    E74(-1, Effect.TAKES, "manual refund"),
    E80(-1, Effect.NONE, "credit adjustment of a deposit"),
    /** The original is unknown by its nature, so is who pays. */
    E84(-1, Effect.NONE, "manual refund without original"),
    /** Fee collection of Mastercard: which way it goes is not told for sure. */
    FEES(0, Effect.NONE, "fee collection");

    /** On the merchant whose transaction it is. */
    enum Effect {
        NONE,
        TAKES,
        GIVES_BACK
    }

    private final int sign;
    private final Effect effect;
    private final String words;

    DisputeType(int sign, Effect effect, String words) {
        this.sign = sign;
        this.effect = effect;
        this.words = words;
    }

    /** Null for codes that nobody knows the direction of. */
    static DisputeType find(String code) {
        for (DisputeType type : values()) {
            if (type.name().equals(code)) {
                return type;
            }
        }
        return null;
    }

    /** + the scheme pays us, - we pay it, 0 nobody pays. */
    int sign() {
        return sign;
    }

    Effect effect() {
        return effect;
    }

    /** Whether the acquirer may answer it. */
    boolean canBeAnswered() {
        return this == E23 || this == E25;
    }

    public String words() {
        return words;
    }
}
