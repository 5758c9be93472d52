package io.qingfen.repricing;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A cleared void or refund as the books have it.
 *
 * @param amountMinor minor units, more than 0
 * @param feeMinor as booked, minor units, 0 or less: what was given back
 * @param original empty when the books do not have it any more
 */
public record Credit(
        LocalDate date,
        String merchantId,
        Currency currency,
        TxnType type,
        long amountMinor,
        long feeMinor,
        String feeRule,
        String originalId,
        LocalDate originalDate,
        Optional<Sale> original) {

    public boolean isRefund() {
        return type == TxnType.REFUND;
    }
}
