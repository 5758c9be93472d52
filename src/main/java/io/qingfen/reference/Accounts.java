package io.qingfen.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Names and bank accounts of merchants; account numbers are stored encrypted and only decrypted here. */
public interface Accounts {
    /** The accounts in force on this date, by merchant id; unknown merchants are absent. */
    Map<String, Account> of(Collection<String> merchantIds, LocalDate businessDate);

    /**
     * Where a merchant's money goes.
     *
     * @param merchantName the shop's name
     * @param accountNo in clear: for bank files only, never for a log, screen or CSV
     * @param masked for everything else, for example {@code 6222****0001}
     */
    record Account(
            String merchantId,
            String merchantName,
            String accountName,
            String accountNo,
            String masked,
            String bankCode,
            String bankName) {
        /** Without the account number in clear. */
        @Override
        public String toString() {
            return merchantId + " " + masked + " " + bankCode;
        }
    }
}
