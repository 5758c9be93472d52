package io.qingfen.repricing;

import io.qingfen.settlement.Line;
import java.util.Comparator;

/**
 * A merchant's fees in one currency.
 *
 * @param line MERCHANT_FEES or INSTANT_FEE
 */
public record MerchantLine(String merchantId, String currency, Line line) {
    /** Ascending by every part. */
    public static final Comparator<MerchantLine> ORDER = Comparator.comparing(MerchantLine::merchantId)
            .thenComparing(MerchantLine::currency)
            .thenComparing(MerchantLine::line);
}
