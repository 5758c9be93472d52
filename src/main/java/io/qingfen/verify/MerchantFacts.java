package io.qingfen.verify;

/**
 * A merchant as the frozen {@code merchants.csv} of the date has it.
 *
 * @param minPayoutMinor minor units of its currency
 * @param accountNo in clear: to be compared with bank files, never shown
 */
public record MerchantFacts(
        String id,
        String name,
        String mcc,
        String status,
        String merchantClass,
        String plan,
        String cycle,
        String currency,
        String accountName,
        String accountNo,
        String bankCode,
        String bankName,
        long minPayoutMinor,
        boolean payoutHold,
        String agent) {

    /** As screens and tables may show it: the first and last four digits, of short numbers the last quarter. */
    public String accountMasked() {
        int length = accountNo.length();
        String head = length < 16 ? "" : accountNo.substring(0, 4);
        return head + "****" + accountNo.substring(length - Math.min(4, length / 4));
    }

    @Override
    public String toString() {
        return id;
    }
}
