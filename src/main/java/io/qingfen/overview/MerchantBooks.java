package io.qingfen.overview;

import io.qingfen.settlement.Decision;
import io.qingfen.settlement.Position;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Positions, accounts and deposits as people look at them, a page at a time. Only reads; amounts are minor units. */
public interface MerchantBooks {
    /**
     * A position with its payout.
     *
     * @param merchantName as of the last date; empty when nobody gave one
     * @param explainedAs the id under which it is explained, whether it was paid or not
     * @param payoutState empty when it was not paid
     */
    record Row(Position position, String merchantName, String explainedAs, String payoutState) {}

    /**
     * Which positions; an empty part asks for nothing.
     *
     * @param merchantId how the ids begin
     * @param after merchant and currency of the last one of the page before, by comma
     */
    record Wanted(Optional<Decision> decision, String merchantId, String after, int most) {}

    /** In order of merchant and currency. */
    List<Row> positions(LocalDate date, Wanted wanted);

    /** The last positions of a merchant, latest first. */
    List<Row> positionsOf(String merchantId, int most);

    Optional<Row> position(LocalDate date, String merchantId, String currency);

    /**
     * A merchant.
     *
     * @param accountMasked for example {@code 6222****0001}
     */
    record Merchant(String id, String name, String accountMasked, String bankName, LocalDate since) {}

    /**
     * Merchants in order of id.
     *
     * @param search part of the name, or how the id begins
     * @param after id of the last one of the page before, empty for the first page
     */
    List<Merchant> merchants(String search, String after, int most);

    Optional<Merchant> merchant(String id);

    /**
     * A terminal's deposit at the end of the last date that looked at it.
     *
     * @param nextThresholdMinor counted turnover that gives the next part back; null when nothing more can be earned
     * @param windowEndsOn null without a window
     */
    record Deposit(
            String terminalId,
            LocalDate asOf,
            String policy,
            String state,
            LocalDate activatedOn,
            LocalDate windowEndsOn,
            String currency,
            long amountMinor,
            long collectedMinor,
            long refundedMinor,
            long forfeitedMinor,
            long heldMinor,
            long countedMinor,
            Long nextThresholdMinor) {
        /** Thousandths of the way to the next part, 0 to 1000; 1000 when nothing more can be earned. */
        public long progress() {
            return nextThresholdMinor == null || nextThresholdMinor <= 0
                    ? 1000
                    : Math.max(0, Math.min(1000, countedMinor * 1000 / nextThresholdMinor));
        }
    }

    /** In order of terminal. */
    List<Deposit> deposits(String merchantId);

    /** Something that happened to a terminal's deposit. */
    record DepositEvent(
            LocalDate date, String terminalId, String kind, long amountMinor, String currency, String reason) {}

    /** Latest first. */
    List<DepositEvent> depositEvents(String merchantId, int most);

    /**
     * A row of the trial balance; debit balances positive.
     *
     * @param account a name, or the beginning of many with a colon at its end
     * @param accounts how many it stands for
     */
    record Balance(
            String account,
            String currency,
            long accounts,
            long openingMinor,
            long debitsMinor,
            long creditsMinor,
            long closingMinor) {
        /** Whether it stands for the accounts of many merchants. */
        public boolean many() {
            return account.endsWith(":");
        }
    }

    /** The accounts of merchants and agents as one row each. */
    List<Balance> trialBalance(LocalDate date);

    /**
     * Accounts that begin so, in order.
     *
     * @param after account and currency of the last one of the page before, by comma
     */
    List<Balance> accounts(LocalDate date, String beginning, String after, int most);
}
