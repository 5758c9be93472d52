package io.qingfen.payouts;

import io.qingfen.money.Currency;
import java.time.LocalDate;

/**
 * What a bank needs to pay one merchant once.
 *
 * @param accountNo in clear: for bank files only; not in {@link #toString()}
 * @param amountMinor more than 0, minor units
 */
public record Instruction(
        String payoutId,
        String merchantId,
        String accountName,
        String accountNo,
        String bankCode,
        String bankName,
        long amountMinor,
        Currency currency,
        LocalDate valueDate) {

    @Override
    public String toString() {
        return payoutId + " " + amountMinor + " " + currency;
    }
}
