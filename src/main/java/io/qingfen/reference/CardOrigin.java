package io.qingfen.reference;

/** Whether the card was issued in the acquirer's own country. */
public enum CardOrigin {
    DOMESTIC,
    FOREIGN
}
