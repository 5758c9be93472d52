package io.qingfen.reference;

/** The merchant class of the public tariff: DISCOUNT pays 78 % of the issuer fee, EXEMPT none. */
public enum MerchantClass {
    STANDARD,
    DISCOUNT,
    EXEMPT
}
