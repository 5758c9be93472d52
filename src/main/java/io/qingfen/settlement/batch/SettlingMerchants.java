package io.qingfen.settlement.batch;

import io.qingfen.ledger.EntriesAside;
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
import io.qingfen.settlement.MerchantDay;
import io.qingfen.settlement.MerchantDays;
import io.qingfen.settlement.MerchantRange;
import io.qingfen.settlement.Opening;
import io.qingfen.settlement.Positions;
import io.qingfen.settlement.SettledMerchants;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Settles every merchant of the date: its position, and the entries that bring the books to what it carries forward.
 * When all are done, the books are rolled forward and cases without money at stake that nobody needs any more close.
 *
 * <p>Entries are posted with their merchants; of very many merchants they are set aside and posted when all are there.
 */
@Component
class SettlingMerchants implements PartitionWork {
    private final References references;
    private final MerchantDays days;
    private final HeldMerchants heldMerchants;
    private final Positions positions;
    private final Journal journal;
    private final EntriesAside aside;
    private final TrialBalance trialBalance;
    private final Cases cases;
    private final Sizes sizes;
    private volatile Begun begun;

    /** The opening balances of a snapshot, put together once for all its partitions. */
    private record Begun(Snapshot reference, Opening opening) {}

    /**
     * @param merchants in one partition
     * @param partitions of a date whose entries are posted with their merchants; with more they are set aside first
     */
    record Sizes(int merchants, int partitions) {
        static final Sizes DEFAULT = new Sizes(5_000, 20);
    }

    @Autowired
    SettlingMerchants(
            References references,
            MerchantDays days,
            HeldMerchants heldMerchants,
            Positions positions,
            Journal journal,
            EntriesAside aside,
            TrialBalance trialBalance,
            Cases cases) {
        this(references, days, heldMerchants, positions, journal, aside, trialBalance, cases, Sizes.DEFAULT);
    }

    SettlingMerchants(
            References references,
            MerchantDays days,
            HeldMerchants heldMerchants,
            Positions positions,
            Journal journal,
            EntriesAside aside,
            TrialBalance trialBalance,
            Cases cases,
            Sizes sizes) {
        this.references = references;
        this.days = days;
        this.heldMerchants = heldMerchants;
        this.positions = positions;
        this.journal = journal;
        this.aside = aside;
        this.trialBalance = trialBalance;
        this.cases = cases;
        this.sizes = sizes;
    }

    @Override
    public List<String> partitions(RunContext run) {
        return ranges(references.of(run.businessDate())).stream()
                .map(MerchantRange::name)
                .toList();
    }

    @Override
    public void run(RunContext run, String partition) throws IOException {
        Snapshot reference = references.of(run.businessDate());
        List<MerchantRange> ranges = ranges(reference);
        MerchantRange range = ranges.stream()
                .filter(one -> one.name().equals(partition))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no range of merchants has the name " + partition));
        List<MerchantDay> found = days.of(run.businessDate(), range, opening(reference));
        refuseUnknown(found, reference);
        SettledMerchants settled =
                SettledMerchants.of(found, reference, heldMerchants.of(reference, range.from(), range.to()));
        positions.store(settled.positions());
        positions.storeReserves(settled.reserves());
        positions.storeShares(settled.shares());
        if (areSetAside(ranges)) {
            aside.keep(run, partition, settled.entries());
        } else {
            journal.post(settled.entries());
        }
    }

    @Override
    public void finish(RunContext run) throws IOException {
        LocalDate date = run.businessDate();
        Snapshot reference = references.of(date);
        List<MerchantRange> ranges = ranges(reference);
        if (areSetAside(ranges)) {
            postTogether(run, reference, ranges);
        }
        journal.post(opening(reference).entries(date));
        begun = null;
        journal.reverseOthers(date);
        trialBalance.rollForward(date);
        cases.closeAged(date.minusDays(reference.settings().agedOutDays()), date);
    }

    /** What was set aside and is lost is reckoned again, from the same rows. */
    private void postTogether(RunContext run, Snapshot reference, List<MerchantRange> ranges) throws IOException {
        for (MerchantRange range : ranges) {
            if (!aside.isWhole(run, range.name())) {
                List<MerchantDay> found = days.of(run.businessDate(), range, opening(reference));
                Set<String> held = heldMerchants.known(run.businessDate(), range.from(), range.to());
                aside.keep(
                        run,
                        range.name(),
                        SettledMerchants.of(found, reference, held).entries());
            }
        }
        aside.each(run, ranges.stream().map(MerchantRange::name).toList(), journal::postInOrder);
    }

    private boolean areSetAside(List<MerchantRange> ranges) {
        return ranges.size() > sizes.partitions();
    }

    private List<MerchantRange> ranges(Snapshot reference) {
        return MerchantRange.of(reference.merchants(), sizes.merchants());
    }

    private Opening opening(Snapshot reference) {
        if (reference.openingBalances().isEmpty() || !days.isFirst(reference.businessDate())) {
            return Opening.NONE;
        }
        Begun known = begun;
        if (known == null || known.reference() != reference) {
            known = new Begun(reference, new Opening(reference.openingBalances()));
            begun = known;
        }
        return known.opening();
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
