package io.qingfen.ledger;

import io.qingfen.money.Currency;
import java.time.LocalDate;

/**
 * Money that moves between two accounts because of something outside of clearing: a decided case, a payout that the bank
 * refused. Becomes one entry of its date and, when it moves what is owed to the merchant, part of a line of its position.
 *
 * @param key what it is for, unique within the date; never changes, so that the same move booked twice is booked once
 * @param line name of the position's line; empty when neither account is the merchant's payable
 * @param amountMinor minor units, above 0
 * @param description for people; ASCII, stable
 */
public record Move(
        LocalDate businessDate,
        String key,
        String merchantId,
        String line,
        String debitAccount,
        String creditAccount,
        long amountMinor,
        Currency currency,
        String description) {
    /** Begins the keys of entries made of moves. */
    public static final String KEY = "MOVE|";

    /** @throws IllegalArgumentException when the line and the accounts do not agree, or the amount is not above 0 */
    public Move {
        String payable = Account.merchantPayable(merchantId);
        boolean concerns = debitAccount.equals(payable) != creditAccount.equals(payable);
        if (concerns == line.isEmpty() || amountMinor <= 0 || debitAccount.equals(creditAccount)) {
            throw new IllegalArgumentException("not a move: " + key + " " + debitAccount + " / " + creditAccount + " "
                    + amountMinor + " on line '" + line + "'");
        }
    }

    /** The amount as the position shows it: + is owed to the merchant; 0 when the position is not concerned. */
    public long signedMinor() {
        if (line.isEmpty()) {
            return 0;
        }
        return creditAccount.equals(Account.merchantPayable(merchantId)) ? amountMinor : Math.negateExact(amountMinor);
    }

    /** The entry that books it. */
    public Entry entry() {
        return Entry.transfer(
                businessDate,
                KEY + key,
                description + ", " + merchantId,
                debitAccount,
                creditAccount,
                amountMinor,
                currency);
    }
}
