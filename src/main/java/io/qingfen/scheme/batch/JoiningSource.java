package io.qingfen.scheme.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.CurrentReference;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.FundsAgreement;
import io.qingfen.scheme.FundsSums;
import io.qingfen.scheme.Judged;
import io.qingfen.scheme.Judging;
import io.qingfen.scheme.KnownRecords;
import io.qingfen.scheme.Outcome;
import io.qingfen.scheme.OwnItem;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeJoin;
import io.qingfen.scheme.SchemeJoin.Joined;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.Side;
import io.qingfen.scheme.Standing;
import io.qingfen.scheme.batch.ComparingSource.Task;
import io.qingfen.scheme.jdbc.KeptRecords;
import io.qingfen.scheme.jdbc.NewRecords;
import io.qingfen.scheme.jdbc.OwnItems;
import io.qingfen.scheme.jdbc.SchemeRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Joins the files of a date with the books and judges all of it. Plain pairs stand in their rows after it; everything else
 * is the caller's to keep.
 */
@Component
class JoiningSource {
    /** How long after it was given up a late counterpart is still recognised. */
    private static final int LATE_DAYS = 60;

    private final OwnItems books;
    private final KeptRecords kept;
    private final SchemeRecords records;
    private final CurrentReference reference;

    JoiningSource(OwnItems books, KeptRecords kept, SchemeRecords records, CurrentReference reference) {
        this.books = books;
        this.kept = kept;
        this.records = records;
        this.reference = reference;
    }

    /**
     * What came of it.
     *
     * @param judged sums of everything, verdicts of what is not plain
     * @param plain how many plain records had which outcome
     * @param fees of all records
     * @param funds null for a source without statements of funds
     */
    record Joining(Judged judged, Map<Outcome, Long> plain, BrandFees fees, FundsAgreement funds) {}

    Joining join(Task task) {
        LocalDate late = task.date().minusDays(LATE_DAYS);
        task.room().take(books.countLeft(task.source(), late) + kept.countLeft(task.source(), late));
        List<Side<OwnItem>> own = new ArrayList<>(books.left(task.source(), late));
        books.others(task.source(), task.date()).forEach(item -> own.add(Side.fresh(item, task.date())));
        List<Side<SchemeRecord>> theirs = new ArrayList<>(kept.left(task.source(), late));
        own.forEach(side -> task.plain().blocks(side.item()));
        theirs.forEach(side -> task.plain().blocks(side.item()));
        books.eachCleared(task.source(), task.date(), item -> {
            task.room().pack(1);
            task.plain().show(item);
        });
        Judging judging = judging(task);
        FundsSums sums = sums(task.source().formatOf(Kind.FUNDS));
        SecondReading rest = readAgain(task, judging, sums);
        own.addAll(rest.own());
        theirs.addAll(rest.records());
        BrandFees fees = BrandFees.of(
                Currency.CNY, rest.records().stream().map(Side::item).toList(), rest.fees());
        fees.add(rest.takenFees());
        Judged judged = judged(task, judging, SchemeJoin.join(own, theirs));
        return new Joining(judged, rest.outcomes(), fees, sums == null ? null : sums.agreement());
    }

    private SecondReading readAgain(Task task, Judging judging, FundsSums sums) {
        SecondReading reading;
        try (NewRecords rows = records.adding(task.source(), task.date())) {
            reading = new SecondReading(judging, task, rows, sums);
            task.files().stream().filter(file -> file.records() > 0).forEach(file -> file.again(reading));
        }
        task.files().stream().filter(file -> file.fees() + file.funds() > 0).forEach(file -> file.again(reading));
        reading.takeLeft();
        return reading;
    }

    private static FundsSums sums(String format) {
        return format.isEmpty() ? null : SchemeFormats.funds(format).sums();
    }

    private Judging judging(Task task) {
        Judging judging = new Judging(
                task.source(),
                task.date(),
                task.first(),
                task.date().atTime(reference.settings().cutOff()));
        // What is told beside records has a balance to stand in, though no record came.
        if (task.files().stream().anyMatch(file -> file.funds() + file.fees() > 0)) {
            judging.has(Currency.CNY);
        }
        return judging;
    }

    private Judged judged(Task task, Judging judging, Joined joined) {
        KnownRecords known = KnownRecords.of(joined);
        List<SchemeRecord> alone = joined.recordsAlone().stream()
                .filter(side -> side.standing() == Standing.NEW)
                .map(Side::item)
                .toList();
        kept.lookUp(task.source(), task.date(), alone, known);
        return judging.judge(joined, known::of, ComparingSource.disputesOf(task));
    }
}
