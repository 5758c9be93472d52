package io.qingfen.explain;

import io.qingfen.intake.Source;
import io.qingfen.ledger.Move;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import io.qingfen.settlement.AgentShare;
import io.qingfen.settlement.Position;
import io.qingfen.settlement.ReserveHold;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of the books that explanations are made of. Amounts in minor units, signed as in their tables. */
public interface Books {
    /** Whose money, on which date: what a position is about. */
    record Account(LocalDate date, String merchantId, Currency currency) {
        Money money(long minor) {
            return new Money(minor, currency);
        }

        Account on(LocalDate other) {
            return new Account(other, merchantId, currency);
        }
    }

    record Payout(
            String id,
            Account account,
            long amountMinor,
            String accountName,
            String accountMasked,
            String bankCode,
            String bankName,
            LocalDate valueDate,
            String state) {}

    /** @param kind why money waits, only of SUSPENSE */
    record Total(String line, String channel, String kind, long count, long minor) {}

    record FeeTotal(
            String channel,
            String cardType,
            String rule,
            long count,
            long amountMinor,
            long feeMinor,
            long costMinor) {}

    /** One row of table transactions. Fee, cost and net are null unless SETTLED; sources are null without record. */
    record Transaction(
            Account account,
            String id,
            String terminalId,
            String batchNo,
            String traceNo,
            String rrn,
            String txnType,
            String channel,
            String cardType,
            long amountMinor,
            String responseCode,
            String matchStatus,
            String matchedBy,
            String disposition,
            Long feeMinor,
            String feeRule,
            Long costMinor,
            Long netMinor,
            String entryMode,
            String originalId,
            LocalDate originalDate,
            Source capture,
            Source authorization) {

        boolean isSettled() {
            return disposition.equals("SETTLED");
        }

        boolean isCredit() {
            return CREDITS.contains(txnType);
        }

        /** As people settled it. @param feeMinor taken, and @param costMinor likewise, by a rule that the books do not name */
        Transaction settled(Account whose, long minor, String mode, long feeMinor, long costMinor) {
            return new Transaction(
                    whose,
                    id,
                    terminalId,
                    batchNo,
                    traceNo,
                    rrn,
                    txnType,
                    channel,
                    cardType,
                    minor,
                    responseCode,
                    matchStatus,
                    matchedBy,
                    "SETTLED",
                    feeMinor,
                    null,
                    costMinor,
                    null,
                    mode,
                    originalId,
                    originalDate,
                    capture,
                    authorization);
        }

        /** + to the merchant, − back to the cardholder. */
        long signedMinor() {
            return isCredit() ? Math.negateExact(amountMinor) : amountMinor;
        }
    }

    Set<String> CREDITS = Set.of("VOID", "COMPLETION_VOID", "REFUND");

    /** What a later record did to a cleared original, in the order in which it took effect. */
    record Effect(LocalDate date, String kind, String itemId, long amountMinor, long feeMinor, long costMinor) {}

    record DepositEvent(
            String terminalId, int number, String kind, long minor, String reason, Optional<DepositState> state) {}

    /** The deposit of a terminal after the night; the threshold is null when nothing more can be earned. */
    record DepositState(
            String policy,
            String state,
            LocalDate activatedOn,
            LocalDate windowEndsOn,
            long amountMinor,
            long heldMinor,
            long countedMinor,
            Long nextThresholdMinor) {}

    /**
     * @param removedOn null while it waits
     * @param decided whether a person's decision ended it, which moves its money by entries of its own
     */
    record OpenItem(
            String itemId,
            LocalDate openedOn,
            String kind,
            String matchStatus,
            String merchantId,
            String channel,
            Money suspense,
            Money withheld,
            String caseId,
            LocalDate joinsUntil,
            LocalDate removedOn,
            boolean decided) {}

    /** @param takenBack the entry that this one takes back, or by which it was taken back; empty for one that stands */
    record LedgerEntry(
            String id, LocalDate date, String key, String description, String takenBack, List<Posting> postings) {
        boolean stands() {
            return takenBack.isEmpty();
        }
    }

    /**
     * What a decision ended to wait, as it was judged.
     *
     * @param minor the amount that was settled, as captured or as authorized; 0 when it says nothing
     * @param entryMode of the capture, empty without
     * @param laterOn the closed date whose tariff prices what its own date has no rule for; null without
     */
    record Decided(String resolution, Transaction judged, long minor, String entryMode, LocalDate laterOn) {}

    /** What a person, a bank or the night did. */
    record Act(String what, String detail, String actor) {}

    /**
     * What a scheme disputes of a transaction, minor units, + the scheme pays us.
     *
     * @param words what its type means
     * @param answerUntil null when there is nothing to answer
     */
    record SchemeDispute(
            String type,
            String words,
            String reason,
            long amountMinor,
            long costMinor,
            String transactionId,
            LocalDate transactionDate,
            LocalDate answerUntil,
            String caseId) {}

    /**
     * A transaction with two costs, minor units, + we pay.
     *
     * @param place file of the scheme and line
     */
    record SchemeCost(String transactionId, LocalDate date, long ownMinor, long schemeMinor, String place) {}

    /** Who corrected fees of closed dates, by which plans. */
    record FeeAdjustment(
            String id,
            LocalDate from,
            LocalDate to,
            String plan,
            String planSha256,
            String digest,
            String maker,
            String reason,
            String checker,
            String state) {}

    /** Fees of one date that went from one rule to another. */
    record AdjustedFee(
            LocalDate date,
            String oldRule,
            String newRule,
            long count,
            long amountMinor,
            long chargedMinor,
            long otherMinor) {}

    /** @param payouts in it, @param minor their sum */
    record BankFile(String name, String sha256, int payouts, long minor) {}

    record InputFile(int number, LocalDate usedOn, String name, String sha256, long lines) {}

    /** A record that has no row of its own in transactions, and where it went. */
    record Elsewhere(String place, LocalDate date, String reason, String detail) {}

    List<Position> positions(LocalDate date, String merchantId);

    Optional<Payout> payout(Account account);

    List<Total> totals(Account account);

    List<FeeTotal> feeTotals(Account account);

    /** Cleared transactions of a merchant's day. @param channel empty for every channel */
    record Cleared(Account account, Set<String> types, String channel) {}

    /** Those behind this id, in order of id. */
    List<Transaction> settled(Cleared cleared, String afterId, int most);

    /** Of all of them; amounts are signed. */
    Sum settledSum(Cleared cleared);

    record Sum(long count, long amountMinor, long feeMinor, long costMinor, long netMinor) {}

    /** Every date on which this item was judged, oldest first. */
    List<Transaction> transactions(String id);

    Optional<Transaction> transaction(String id, LocalDate date);

    /** Items that use this authorization, on whichever date. */
    List<Transaction> using(Source authorization, String merchantId, String rrn);

    List<Effect> effects(String originalId, LocalDate originalDate);

    List<DepositEvent> depositEvents(Account account);

    /** What the day left as reserve. */
    Optional<ReserveHold> reserveWithheld(Account account);

    /** Reserves that the day gave back, by the date they were withheld on. */
    List<ReserveHold> reservesReleased(Account account);

    /** What an agent earned with the merchant's day. */
    Optional<AgentShare> agentShare(Account account);

    List<Move> moves(Account account);

    /** Moves whose key begins so, on every date. */
    List<Move> movesOf(String keyPrefix);

    /** What a decision on this case settled or took back; empty when none is booked. */
    Optional<Decided> decided(String caseId);

    /** Fees of closed dates that people corrected; empty when there is none of that id. */
    Optional<FeeAdjustment> feeAdjustment(String id);

    /** What an adjustment changes of a merchant's fees, in order of date and rules. @param line the kind of fees */
    List<AdjustedFee> adjustedFees(String id, Account account, String line);

    /** By its place in the scheme's file. */
    Optional<SchemeDispute> schemeDispute(String file, int line);

    /** What one comparison found of a merchant's transactions of a channel. */
    record Compared(String source, LocalDate date, String channel, String merchantId, String currency) {}

    /** Transactions whose cost a comparison found to differ, in order of file and line. */
    List<SchemeCost> schemeCosts(Compared compared);

    /** Transactions whose brand fee a comparison leaves to the next date, in order of file and line; nothing is reckoned. */
    List<SchemeCost> brandFees(Compared compared);

    /** What began or ended to wait on this date and touches suspense or the position. */
    List<OpenItem> openItems(Account account);

    List<OpenItem> openItemsOf(String itemId);

    List<OpenItem> openItemsOfCase(String caseId);

    /** Of the merchant's day, in order of key. */
    List<LedgerEntry> entries(Account account);

    Optional<LedgerEntry> entry(String id);

    /** The one that stands, whatever generation of the date made it. @param key without generation */
    Optional<LedgerEntry> entryOf(LocalDate date, String key);

    /** Every change of a payout's state, oldest first. */
    List<Act> payoutEvents(String payoutId);

    /** What became of a case since it was opened, oldest first. */
    List<Act> acts(String caseId);

    /** Why payouts of the merchant are held on the date, besides its own reference data; one text each. */
    List<String> holds(Account account);

    List<BankFile> bankFiles(Payout payout);

    /** In which of several credit transfer files a payout stands: 0 for the first ten thousand of its group. */
    long payoutsBefore(Payout payout);

    Optional<InputFile> inputFile(boolean capture, LocalDate fileDate, int sequence);

    InputFile inputFile(int number);

    Optional<Elsewhere> elsewhere(Source source);

    /** Ids of cases about an item, oldest first. */
    List<String> casesAbout(String itemId);

    /** Sales less voids and refunds over positions from (inclusive) to (exclusive). */
    long salesBetween(String merchantId, Currency currency, LocalDate from, LocalDate to);

    boolean isOpened(LocalDate date);

    /** Whether the books begin with this date. */
    boolean isFirst(LocalDate date);
}
