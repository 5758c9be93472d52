package io.qingfen.reference;

/** The scheme that carried a transaction. */
public enum Channel {
    UNIONPAY,
    UNIONPAY_QR,
    WECHAT,
    ALIPAY,
    VISA,
    MASTERCARD,
    JCB,
    AMEX
}
