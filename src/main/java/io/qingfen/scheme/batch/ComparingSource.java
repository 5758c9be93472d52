package io.qingfen.scheme.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.CurrentReference;
import io.qingfen.review.Cases;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.RunLease;
import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.Dispute;
import io.qingfen.scheme.DisputeJudging;
import io.qingfen.scheme.DisputeVerdict;
import io.qingfen.scheme.Findings;
import io.qingfen.scheme.FundsAgreement;
import io.qingfen.scheme.Judged;
import io.qingfen.scheme.Judging;
import io.qingfen.scheme.KnownRecords;
import io.qingfen.scheme.MasterControl;
import io.qingfen.scheme.Outcome;
import io.qingfen.scheme.OwnItem;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeJoin;
import io.qingfen.scheme.SchemeJoin.Joined;
import io.qingfen.scheme.SchemeReconciliation.SourceResult;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.SchemeRecord.Place;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.Side;
import io.qingfen.scheme.Standing;
import io.qingfen.scheme.batch.TakingSchemeFiles.FileFacts;
import io.qingfen.scheme.jdbc.KeptRecords;
import io.qingfen.scheme.jdbc.OwnItems;
import io.qingfen.scheme.jdbc.SchemeBrandFees;
import io.qingfen.scheme.jdbc.SchemeCosts;
import io.qingfen.scheme.jdbc.SchemeDays;
import io.qingfen.scheme.jdbc.SchemeDisputes;
import io.qingfen.scheme.jdbc.SchemeFiles;
import io.qingfen.scheme.jdbc.SchemeFunds;
import io.qingfen.scheme.jdbc.SchemeRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One source of a date, as one transaction: read the books, join, judge, keep, prove. */
@Component
class ComparingSource {
    /** How long after it was given up a late counterpart is still recognised. */
    private static final int LATE_DAYS = 60;

    private final OwnItems books;
    private final KeptRecords kept;
    private final SchemeRecords records;
    private final SchemeFiles taken;
    private final SchemeFunds funds;
    private final SchemeCosts costs;
    private final SchemeDisputes disputes;
    private final SchemeBrandFees fees;
    private final SchemeDays days;
    private final Cases cases;
    private final CurrentReference reference;
    private final Audit audit;
    private final RunLease lease;
    private final TransactionTemplate transaction;

    ComparingSource(
            OwnItems books,
            KeptRecords kept,
            SchemeRecords records,
            SchemeFiles taken,
            SchemeFunds funds,
            SchemeCosts costs,
            SchemeDisputes disputes,
            SchemeBrandFees fees,
            SchemeDays days,
            Cases cases,
            CurrentReference reference,
            Audit audit,
            RunLease lease,
            PlatformTransactionManager transactions) {
        this.books = books;
        this.kept = kept;
        this.records = records;
        this.taken = taken;
        this.funds = funds;
        this.costs = costs;
        this.disputes = disputes;
        this.fees = fees;
        this.days = days;
        this.cases = cases;
        this.reference = reference;
        this.audit = audit;
        this.lease = lease;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What one comparison is about. */
    private record Task(
            SchemeSource source, List<ParsedFile> files, LocalDate date, LocalDate next, boolean first, Actor who) {}

    SourceResult compare(
            SchemeSource source,
            List<ParsedFile> files,
            Map<String, FileFacts> facts,
            LocalDate date,
            LocalDate next,
            Actor who,
            long token) {
        return transaction.execute(status -> {
            lease.require(token);
            Task task =
                    new Task(source, files, date, next, days.last(source.name()).isEmpty(), who);
            files.forEach(file -> keep(task, file, facts.get(file.name().text())));
            SourceResult result = compare(task);
            audit.record(who, "schemes.compare", source.name() + " " + date, detail(result, facts));
            lease.require(token);
            FaultPoint.reach("schemes:before-commit");
            return result;
        });
    }

    private SourceResult compare(Task task) {
        SchemeSource source = task.source();
        LocalDate date = task.date();
        ControlProof proof = new ControlProof(days, costs, source.name(), date);
        if (!task.first()) {
            proof.requireCarried();
        }
        Judged judged = judged(task);
        Findings findings = Findings.of(source, date, task.next(), judged, places(judged)::get);
        FundsAgreement agreement = agreement(task);
        if (agreement != null) {
            findings.funds(agreement);
            funds.add(source, date, agreement, findings.caseOf(agreement));
        }
        BrandFees told = BrandFees.of(Currency.CNY, recordsOf(task), feesOf(task));
        findings.fees(told, place(task));
        fees.add(source, date, told, findings.caseOf(told));
        records.save(source, date, judged, findings, told);
        days.add(source, date, task.first(), task.who());
        costs.keep(source.name(), date);
        disputes(task, findings);
        cases.open(findings.opened());
        int closed = cases.selfClose(Findings.closed(judged), Cases.SelfClosing.SELF_CLEARED, task.next());
        judged.controls()
                .forEach((currency, control) ->
                        days.addLines(source, date, control, judged.costs().get(currency)));
        BrandFees.Told shown = shown(task, judged, told);
        proof.require(judged, task.files());
        proof.require(told, fees.told(source.name(), date));
        return result(task, judged, findings, closed, agreement, shown);
    }

    /** Null for a source without files of brand fees, or a date without anything. */
    private BrandFees.Told shown(Task task, Judged judged, BrandFees told) {
        SchemeSource source = task.source();
        if (!source.sends(Kind.FEES) || !judged.controls().containsKey(told.currency())) {
            return null;
        }
        BrandFees.Told shown = told.told(source.bookFees(), costs.fees(source.name(), task.date(), told.currency()));
        days.addFees(source, task.date(), shown);
        return shown;
    }

    private void keep(Task task, ParsedFile file, FileFacts facts) {
        taken.add(new SchemeFiles.Taken(
                file.number(),
                file.name(),
                facts.sha256(),
                task.source().formatOf(file.name().kind()),
                file.formatSha256(),
                facts.bytes(),
                file.lines(),
                file.size()));
    }

    /** After the records of the date were kept: a dispute may be about one of them. */
    private void disputes(Task task, Findings findings) {
        SchemeSource source = task.source();
        DisputeJudging judging = new DisputeJudging(
                task.date().plusDays(source.disputeDays()), dispute -> disputes.originals(source, dispute));
        List<DisputeVerdict> verdicts = judging.judge(disputesOf(task));
        Function<Place, String> place = place(task);
        verdicts.forEach(verdict ->
                findings.dispute(verdict, place.apply(verdict.dispute().place())));
        disputes.add(source, task.date(), verdicts, findings::caseOf);
    }

    /** File and line in the files of the date, for people. */
    private static Function<Place, String> place(Task task) {
        Map<Integer, String> names = new TreeMap<>();
        task.files().forEach(file -> names.put(file.number(), file.name().text()));
        return place -> names.get(place.file()) + ":" + place.line();
    }

    private static List<Dispute> disputesOf(Task task) {
        return task.files().stream().flatMap(file -> file.disputes().stream()).toList();
    }

    private static List<BrandFee> feesOf(Task task) {
        return task.files().stream().flatMap(file -> file.fees().stream()).toList();
    }

    private static List<SchemeRecord> recordsOf(Task task) {
        return task.files().stream().flatMap(file -> file.records().stream()).toList();
    }

    /** Null for a source without statements of funds. */
    private static FundsAgreement agreement(Task task) {
        String format = task.source().formatOf(Kind.FUNDS);
        return format.isEmpty() ? null : SchemeFormats.funds(format).agreement(task.files());
    }

    private Judged judged(Task task) {
        LocalDate late = task.date().minusDays(LATE_DAYS);
        List<Side<OwnItem>> own = new ArrayList<>(books.fresh(task.source(), task.date()));
        own.addAll(books.left(task.source(), late));
        List<Side<SchemeRecord>> theirs = new ArrayList<>();
        task.files().forEach(file -> file.records().forEach(record -> theirs.add(Side.fresh(record, task.date()))));
        theirs.addAll(kept.left(task.source(), late));
        return judged(task, SchemeJoin.join(own, theirs));
    }

    private Judged judged(Task task, Joined joined) {
        KnownRecords known = KnownRecords.of(joined);
        List<SchemeRecord> alone = joined.recordsAlone().stream()
                .filter(side -> side.standing() == Standing.NEW)
                .map(Side::item)
                .toList();
        kept.lookUp(task.source(), task.date(), alone, known);
        Judging judging = new Judging(
                task.source(),
                task.date(),
                task.first(),
                task.date().atTime(reference.settings().cutOff()));
        // What is told beside records has a balance to stand in, though no record came.
        if (task.files().stream()
                .anyMatch(file -> !file.funds().isEmpty() || !file.fees().isEmpty())) {
            judging.has(Currency.CNY);
        }
        return judging.judge(joined, known::of, disputesOf(task));
    }

    /** File and line of each record that may need a case, for people. */
    private Map<SchemeRecord, String> places(Judged judged) {
        Set<Integer> numbers = new HashSet<>();
        judged.records()
                .forEach(verdict -> numbers.add(verdict.record().item().place().file()));
        Map<Integer, String> names = taken.fileNames(numbers.stream().sorted().toList());
        Map<SchemeRecord, String> places = new java.util.IdentityHashMap<>();
        judged.records().forEach(verdict -> {
            SchemeRecord record = verdict.record().item();
            places.put(
                    record,
                    names.get(record.place().file()) + ":" + record.place().line());
        });
        return places;
    }

    private static SourceResult result(
            Task task, Judged judged, Findings findings, int closed, FundsAgreement funds, BrandFees.Told fees) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        judged.records().forEach(verdict -> outcomes.merge(verdict.outcome(), 1L, Long::sum));
        judged.own().forEach(verdict -> outcomes.merge(verdict.outcome(), 1L, Long::sum));
        List<MasterControl> controls = List.copyOf(judged.controls().values());
        return new SourceResult(
                task.source().name(),
                task.files().stream().map(file -> file.name().text()).toList(),
                task.files().stream().mapToLong(file -> file.records().size()).sum(),
                controls,
                outcomes,
                findings.opened().stream()
                        .map(one -> one.kind() + " " + one.subject())
                        .toList(),
                closed,
                funds,
                fees);
    }

    private static String detail(SourceResult result, Map<String, FileFacts> facts) {
        List<String> files = facts.entrySet().stream()
                .map(file -> file.getKey() + " SHA-256 " + file.getValue().sha256())
                .toList();
        return String.join(", ", files) + ", " + result.records() + " records, "
                + result.opened().size() + " cases opened, " + result.closed() + " closed";
    }
}
