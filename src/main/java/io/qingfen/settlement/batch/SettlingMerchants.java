package io.qingfen.settlement.batch;

import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Journal;
import io.qingfen.ledger.TrialBalance;
import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.review.Cases;
import io.qingfen.risk.HeldMerchants;
import io.qingfen.run.Exit;
import io.qingfen.run.PartitionWork;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunContext;
import io.qingfen.settlement.AgentShare;
import io.qingfen.settlement.DayEntries;
import io.qingfen.settlement.MerchantDay;
import io.qingfen.settlement.MerchantDays;
import io.qingfen.settlement.MerchantRange;
import io.qingfen.settlement.Opening;
import io.qingfen.settlement.Position;
import io.qingfen.settlement.Positions;
import io.qingfen.settlement.ReserveHold;
import io.qingfen.settlement.Settlement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Settles every merchant of the date: its position, and the entries that bring the books to what it carries forward.
 * When all are done, the books are rolled forward and cases without money at stake that nobody needs any more close.
 */
@Component
class SettlingMerchants implements PartitionWork {
    private static final int MERCHANTS_AT_ONCE = 5_000;

    private final References references;
    private final MerchantDays days;
    private final HeldMerchants heldMerchants;
    private final Positions positions;
    private final Journal journal;
    private final TrialBalance trialBalance;
    private final Cases cases;

    SettlingMerchants(
            References references,
            MerchantDays days,
            HeldMerchants heldMerchants,
            Positions positions,
            Journal journal,
            TrialBalance trialBalance,
            Cases cases) {
        this.references = references;
        this.days = days;
        this.heldMerchants = heldMerchants;
        this.positions = positions;
        this.journal = journal;
        this.trialBalance = trialBalance;
        this.cases = cases;
    }

    @Override
    public List<String> partitions(RunContext run) {
        return ranges(references.of(run.businessDate())).stream()
                .map(MerchantRange::name)
                .toList();
    }

    @Override
    public void run(RunContext run, String partition) {
        Snapshot reference = references.of(run.businessDate());
        MerchantRange range = ranges(reference).stream()
                .filter(one -> one.name().equals(partition))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no range of merchants has the name " + partition));
        List<MerchantDay> found = days.of(run.businessDate(), range, opening(reference));
        refuseUnknown(found, reference);
        settle(found, reference, heldMerchants.of(reference, range.from(), range.to()));
    }

    @Override
    public void finish(RunContext run) {
        LocalDate date = run.businessDate();
        Snapshot reference = references.of(date);
        journal.post(opening(reference).entries(date));
        journal.reverseOthers(date);
        trialBalance.rollForward(date);
        cases.closeAged(date.minusDays(reference.settings().agedOutDays()), date);
    }

    private static List<MerchantRange> ranges(Snapshot reference) {
        return MerchantRange.of(reference.merchants(), MERCHANTS_AT_ONCE);
    }

    private Opening opening(Snapshot reference) {
        boolean begins = !reference.openingBalances().isEmpty() && days.isFirst(reference.businessDate());
        return begins ? new Opening(reference.openingBalances()) : Opening.NONE;
    }

    private void settle(List<MerchantDay> found, Snapshot reference, Set<String> held) {
        List<Position> settled = new ArrayList<>();
        List<ReserveHold> reserves = new ArrayList<>();
        List<AgentShare> shares = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (MerchantDay day : found) {
            Optional<Position> position = day.hasLines()
                    ? Optional.of(Settlement.settle(day, reference, held.contains(day.merchantId())))
                    : Optional.empty();
            Optional<AgentShare> share = AgentShare.of(day, reference);
            position.ifPresent(settled::add);
            ReserveHold.of(day, reference).ifPresent(reserves::add);
            share.ifPresent(shares::add);
            entries.addAll(DayEntries.of(day, position, share));
        }
        positions.store(settled);
        positions.storeReserves(reserves);
        positions.storeShares(shares);
        journal.post(entries);
    }

    /** Money of a merchant that the reference data do not know cannot be settled, and must not be forgotten. */
    private static void refuseUnknown(List<MerchantDay> found, Snapshot reference) {
        List<String> problems = found.stream()
                .map(MerchantDay::merchantId)
                .distinct()
                .filter(id -> reference.merchant(id) == null)
                .map(id -> "reference/merchants.csv: merchant " + id + " is missing, but the books of "
                        + reference.businessDate() + " have money of it; add its row again, with status CLOSED if it"
                        + " no longer trades")
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, problems);
        }
    }
}
