package io.qingfen.settlement;

import io.qingfen.ledger.Account;
import java.util.Optional;

/** What can happen to a terminal deposit, the accounts it moves, and its line in the merchant's position. */
public enum DepositMove {
    /** Held already when the books began. */
    OPENING(Side.BANK, Side.DEPOSITS),
    /** Paid outside of the settlement. */
    PREPAID(Side.BANK, Side.DEPOSITS),
    /** A sold terminal: income at once. */
    SOLD(Side.BANK, Side.DEVICES),
    WITHHELD(Side.MERCHANT, Side.DEPOSITS),
    REFUNDED(Side.DEPOSITS, Side.MERCHANT),
    RETURNED(Side.DEPOSITS, Side.MERCHANT),
    FORFEITED(Side.DEPOSITS, Side.FORFEITED_INCOME),
    /** What was held becomes the price of the device. */
    CONVERTED(Side.DEPOSITS, Side.DEVICES);

    private enum Side {
        BANK,
        DEVICES,
        FORFEITED_INCOME,
        DEPOSITS,
        MERCHANT;

        String account(String merchantId) {
            return switch (this) {
                case BANK -> Account.BANK;
                case DEVICES -> Account.DEVICES;
                case FORFEITED_INCOME -> Account.FORFEITED_DEPOSITS;
                case DEPOSITS -> Account.terminalDeposits(merchantId);
                case MERCHANT -> Account.merchantPayable(merchantId);
            };
        }
    }

    private final Side debit;
    private final Side credit;

    DepositMove(Side debit, Side credit) {
        this.debit = debit;
        this.credit = credit;
    }

    String debitAccount(String merchantId) {
        return debit.account(merchantId);
    }

    String creditAccount(String merchantId) {
        return credit.account(merchantId);
    }

    /** The line of the merchant's position; empty when the merchant's money does not move. */
    public Optional<Line> positionLine() {
        if (debit == Side.MERCHANT) {
            return Optional.of(Line.DEPOSIT_WITHHELD);
        }
        return credit == Side.MERCHANT ? Optional.of(Line.DEPOSIT_REFUND) : Optional.empty();
    }

    /** The amount as the position shows it: withheld is negative. */
    public long signed(long minor) {
        return debit == Side.MERCHANT ? Math.negateExact(minor) : minor;
    }
}
