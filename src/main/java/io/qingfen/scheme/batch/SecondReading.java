package io.qingfen.scheme.batch;

import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.FundsEntry;
import io.qingfen.scheme.FundsSums;
import io.qingfen.scheme.Judged.RecordVerdict;
import io.qingfen.scheme.Judging;
import io.qingfen.scheme.MasterControl.Line;
import io.qingfen.scheme.Outcome;
import io.qingfen.scheme.OwnItem;
import io.qingfen.scheme.PlainPairs;
import io.qingfen.scheme.PlainPairs.Partner;
import io.qingfen.scheme.SchemeJoin.Pair;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.Side;
import io.qingfen.scheme.batch.ComparingSource.Task;
import io.qingfen.scheme.jdbc.NewRecords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the records and brand fees of a date for the second time, now that it is known what is plain: what is goes to its
 * row at once, the rest is kept for the join. The rest is held in memory, and so must not be more than there is.
 */
final class SecondReading implements ParsedFile.Taker {
    private final PlainPairs plain;
    private final Judging judging;
    private final LocalDate date;
    private final NewRecords rows;
    private final FundsSums funds;
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<Side<OwnItem>> own = new ArrayList<>();
    private final List<Side<SchemeRecord>> records = new ArrayList<>();
    private final List<BrandFee> fees = new ArrayList<>();
    private final Room room;
    private Line taken = Line.NONE;

    /**
     * Of nothing yet.
     *
     * @param funds null where no statement of funds comes
     */
    SecondReading(Judging judging, Task task, NewRecords rows, FundsSums funds) {
        this.plain = task.plain();
        this.judging = judging;
        this.date = task.date();
        this.rows = rows;
        this.funds = funds;
        this.room = task.room();
    }

    @Override
    public void take(SchemeRecord record) {
        if (funds != null) {
            funds.add(record);
        }
        Side<SchemeRecord> side = Side.fresh(record, date);
        Optional<Partner> partner = plain.take(record);
        if (partner.isEmpty()) {
            records.add(side);
            room.take(1);
            return;
        }
        Side<OwnItem> item = Side.fresh(partner.get().item(), date);
        RecordVerdict verdict = judging.pair(new Pair(item, side, false));
        outcomes.merge(verdict.outcome(), 1L, Long::sum);
        BrandFee fee = partner.get().fee();
        taken = fee == null ? taken : taken.plus(1, fee.feeMinor());
        rows.add(verdict, fee, null);
    }

    @Override
    public void take(BrandFee fee) {
        if (!plain.isTaken(fee)) {
            fees.add(fee);
            room.take(1);
        }
    }

    @Override
    public void take(FundsEntry entry) {
        funds.add(entry);
    }

    /** After every record: what no record took of ours. */
    void takeLeft() {
        plain.eachLeft(item -> {
            own.add(Side.fresh(item, date));
            room.take(1);
        });
    }

    /** What came of plain records. */
    Map<Outcome, Long> outcomes() {
        return outcomes;
    }

    /** Brand fees of plain records. */
    Line takenFees() {
        return taken;
    }

    List<Side<OwnItem>> own() {
        return own;
    }

    List<Side<SchemeRecord>> records() {
        return records;
    }

    List<BrandFee> fees() {
        return fees;
    }
}
