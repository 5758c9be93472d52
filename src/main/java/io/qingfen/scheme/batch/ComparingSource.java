package io.qingfen.scheme.batch;

import io.qingfen.review.Cases;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.RunLease;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.Dispute;
import io.qingfen.scheme.DisputeJudging;
import io.qingfen.scheme.DisputeVerdict;
import io.qingfen.scheme.Findings;
import io.qingfen.scheme.FundsAgreement;
import io.qingfen.scheme.Judged;
import io.qingfen.scheme.MasterControl;
import io.qingfen.scheme.Outcome;
import io.qingfen.scheme.PlainPairs;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeReconciliation.SourceResult;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.SchemeRecord.Place;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.jdbc.SchemeBrandFees;
import io.qingfen.scheme.jdbc.SchemeCosts;
import io.qingfen.scheme.jdbc.SchemeDays;
import io.qingfen.scheme.jdbc.SchemeDisputes;
import io.qingfen.scheme.jdbc.SchemeFiles;
import io.qingfen.scheme.jdbc.SchemeFunds;
import io.qingfen.scheme.jdbc.SchemeRecords;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One source of a date, as one transaction: read the books, join, judge, keep, prove. */
@Component
class ComparingSource {
    private final JoiningSource joining;
    private final SchemeRecords records;
    private final SchemeFiles taken;
    private final SchemeFunds funds;
    private final SchemeCosts costs;
    private final SchemeDisputes disputes;
    private final SchemeBrandFees fees;
    private final SchemeDays days;
    private final Cases cases;
    private final Audit audit;
    private final RunLease lease;
    private final TransactionTemplate transaction;

    ComparingSource(
            JoiningSource joining,
            SchemeRecords records,
            SchemeFiles taken,
            SchemeFunds funds,
            SchemeCosts costs,
            SchemeDisputes disputes,
            SchemeBrandFees fees,
            SchemeDays days,
            Cases cases,
            Audit audit,
            RunLease lease,
            PlatformTransactionManager transactions) {
        this.joining = joining;
        this.records = records;
        this.taken = taken;
        this.funds = funds;
        this.costs = costs;
        this.disputes = disputes;
        this.fees = fees;
        this.days = days;
        this.cases = cases;
        this.audit = audit;
        this.lease = lease;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What one comparison is about.
     *
     * @param plain the files' records and brand fees were shown to it
     * @param room the same took room in it
     * @param first nothing of the source was ever compared before
     */
    record Task(
            SchemeSource source,
            List<ParsedFile> files,
            PlainPairs plain,
            Room room,
            LocalDate date,
            LocalDate next,
            boolean first,
            Actor who) {}

    SourceResult compare(Task task, long token) {
        return transaction.execute(status -> {
            lease.require(token);
            task.files().forEach(file -> keep(task, file));
            SourceResult result = compare(task);
            String subject = task.source().name() + " " + task.date();
            audit.record(task.who(), "schemes.compare", subject, detail(result, task.files()));
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
        JoiningSource.Joining joined = joining.join(task);
        Judged judged = joined.judged();
        Findings findings = Findings.of(source, date, task.next(), judged, places(judged)::get);
        FundsAgreement agreement = joined.funds();
        if (agreement != null) {
            findings.funds(agreement);
            funds.add(source, date, agreement, findings.caseOf(agreement));
        }
        BrandFees told = joined.fees();
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
        return result(task, joined, findings, closed, shown);
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

    private void keep(Task task, ParsedFile file) {
        taken.add(new SchemeFiles.Taken(
                file.number(),
                file.name(),
                file.sha256(),
                task.source().formatOf(file.name().kind()),
                file.formatSha256(),
                file.bytes(),
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

    static List<Dispute> disputesOf(Task task) {
        return task.files().stream().flatMap(file -> file.disputes().stream()).toList();
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
            Task task, JoiningSource.Joining joined, Findings findings, int closed, BrandFees.Told fees) {
        Judged judged = joined.judged();
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        outcomes.putAll(joined.plain());
        judged.records().forEach(verdict -> outcomes.merge(verdict.outcome(), 1L, Long::sum));
        judged.own().forEach(verdict -> outcomes.merge(verdict.outcome(), 1L, Long::sum));
        List<MasterControl> controls = List.copyOf(judged.controls().values());
        return new SourceResult(
                task.source().name(),
                task.files().stream().map(file -> file.name().text()).toList(),
                task.files().stream().mapToLong(ParsedFile::records).sum(),
                controls,
                outcomes,
                findings.opened().stream()
                        .map(one -> one.kind() + " " + one.subject())
                        .toList(),
                closed,
                joined.funds(),
                fees);
    }

    private static String detail(SourceResult result, List<ParsedFile> files) {
        String hashes = files.stream()
                .map(file -> file.name().text() + " SHA-256 " + file.sha256())
                .collect(Collectors.joining(", "));
        return hashes + ", " + result.records() + " records, " + result.opened().size() + " cases opened, "
                + result.closed() + " closed";
    }
}
