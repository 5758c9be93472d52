package io.qingfen.reference;

/** Kind of card; WALLET is a QR payment. */
public enum CardType {
    DEBIT,
    CREDIT,
    SEMI_CREDIT,
    PREPAID,
    WALLET
}
