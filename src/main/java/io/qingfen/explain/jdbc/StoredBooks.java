package io.qingfen.explain.jdbc;

import io.qingfen.explain.Books;
import io.qingfen.intake.Source;
import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import io.qingfen.settlement.AgentShare;
import io.qingfen.settlement.Position;
import io.qingfen.settlement.ReserveHold;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The tables of every capability, as explanations ask for them. */
@Component
class StoredBooks implements Books {
    private static final Pattern RECORD = Pattern.compile("[CA][0-9]{8}-[0-9]{2,5}-[0-9]+");
    private final StoredDays days;
    private final StoredTransactions transactions;
    private final StoredLedger ledger;
    private final StoredWaiting waiting;
    private final StoredAdjustments adjustments;
    private final StoredSchemes schemes;
    private final StoredDecisions decisions;

    StoredBooks(
            StoredDays days,
            StoredTransactions transactions,
            StoredLedger ledger,
            StoredWaiting waiting,
            StoredAdjustments adjustments,
            StoredSchemes schemes,
            StoredDecisions decisions) {
        this.days = days;
        this.transactions = transactions;
        this.ledger = ledger;
        this.waiting = waiting;
        this.adjustments = adjustments;
        this.schemes = schemes;
        this.decisions = decisions;
    }

    @Override
    public List<Position> positions(LocalDate date, String merchantId) {
        return days.positions(date, merchantId);
    }

    @Override
    public Optional<Payout> payout(Account account) {
        return days.payout(account);
    }

    @Override
    public List<Total> totals(Account account) {
        return days.totals(account);
    }

    @Override
    public List<FeeTotal> feeTotals(Account account) {
        return days.feeTotals(account);
    }

    @Override
    public List<Transaction> settled(Cleared cleared, String afterId, int most) {
        return transactions.settled(cleared, afterId, most);
    }

    @Override
    public Sum settledSum(Cleared cleared) {
        return transactions.settledSum(cleared);
    }

    @Override
    public List<Transaction> transactions(String id) {
        if (!RECORD.matcher(id).matches()) {
            return List.of();
        }
        String[] parts = id.substring(1).split("-");
        LocalDate date = LocalDate.parse(parts[0], DateTimeFormatter.BASIC_ISO_DATE);
        Optional<LocalDate> usedOn = waiting.file(id.startsWith("C"), date, Integer.parseInt(parts[1]))
                .map(InputFile::usedOn);
        return transactions.all(id, usedOn);
    }

    @Override
    public Optional<Transaction> transaction(String id, LocalDate date) {
        return transactions.one(id, date);
    }

    @Override
    public List<Transaction> using(Source authorization, String merchantId, String rrn) {
        return transactions.using(authorization, merchantId, rrn);
    }

    @Override
    public List<Effect> effects(String originalId, LocalDate originalDate) {
        return transactions.effects(originalId, originalDate);
    }

    @Override
    public List<DepositEvent> depositEvents(Account account) {
        return days.depositEvents(account);
    }

    @Override
    public Optional<ReserveHold> reserveWithheld(Account account) {
        return days.reserves(account, "business_date").stream().findFirst();
    }

    @Override
    public List<ReserveHold> reservesReleased(Account account) {
        return days.reserves(account, "release_on");
    }

    @Override
    public Optional<AgentShare> agentShare(Account account) {
        return days.agentShare(account);
    }

    @Override
    public List<Move> moves(Account account) {
        return ledger.moves(account);
    }

    @Override
    public List<Move> movesOf(String keyPrefix) {
        return ledger.movesOf(keyPrefix);
    }

    @Override
    public Optional<Decided> decided(String caseId) {
        return decisions.of(caseId);
    }

    @Override
    public Optional<FeeAdjustment> feeAdjustment(String id) {
        return adjustments.find(id);
    }

    @Override
    public Optional<SchemeDispute> schemeDispute(String file, int line) {
        return schemes.dispute(file, line);
    }

    @Override
    public List<SchemeCost> schemeCosts(Compared compared) {
        return schemes.costs(compared);
    }

    @Override
    public List<SchemeCost> brandFees(Compared compared) {
        return schemes.brandFees(compared);
    }

    @Override
    public List<AdjustedFee> adjustedFees(String id, Account account, String line) {
        return adjustments.fees(id, account, line);
    }

    @Override
    public List<OpenItem> openItems(Account account) {
        return waiting.openItems(account);
    }

    @Override
    public List<OpenItem> openItemsOf(String itemId) {
        return waiting.ofItem(itemId);
    }

    @Override
    public List<OpenItem> openItemsOfCase(String caseId) {
        return waiting.ofCase(caseId);
    }

    @Override
    public List<LedgerEntry> entries(Account account) {
        return ledger.entries(account);
    }

    @Override
    public Optional<LedgerEntry> entry(String id) {
        return ledger.entry(id);
    }

    @Override
    public Optional<LedgerEntry> entryOf(LocalDate date, String key) {
        return ledger.entryOf(date, key);
    }

    @Override
    public List<Act> payoutEvents(String payoutId) {
        return waiting.payoutEvents(payoutId);
    }

    @Override
    public List<Act> acts(String caseId) {
        return waiting.acts(caseId);
    }

    @Override
    public List<String> holds(Account account) {
        return days.holds(account);
    }

    @Override
    public List<BankFile> bankFiles(Payout payout) {
        return days.bankFiles(payout);
    }

    @Override
    public long payoutsBefore(Payout payout) {
        return days.payoutsBefore(payout);
    }

    @Override
    public Optional<InputFile> inputFile(boolean capture, LocalDate fileDate, int sequence) {
        return waiting.file(capture, fileDate, sequence);
    }

    @Override
    public InputFile inputFile(int number) {
        return waiting.file(number);
    }

    @Override
    public Optional<Elsewhere> elsewhere(Source source) {
        return waiting.elsewhere(source);
    }

    @Override
    public List<String> casesAbout(String itemId) {
        return waiting.casesAbout(itemId);
    }

    @Override
    public long salesBetween(String merchantId, Currency currency, LocalDate from, LocalDate to) {
        return days.salesBetween(merchantId, currency, from, to);
    }

    @Override
    public boolean isOpened(LocalDate date) {
        return days.isOpened(date);
    }

    @Override
    public boolean isFirst(LocalDate date) {
        return days.isFirst(date);
    }
}
