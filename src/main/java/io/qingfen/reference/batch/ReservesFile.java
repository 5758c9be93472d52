package io.qingfen.reference.batch;

import io.qingfen.money.Rate;
import io.qingfen.reference.IdIndex;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.ReserveTerms;
import io.qingfen.run.FileProblem;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code reserves.csv}: which merchants leave a part of their sales for some days. Without the file nobody does. */
final class ReservesFile {
    private static final int MOST_DAYS = 3_650;
    private static final CsvTable TABLE = new CsvTable(ReferenceFiles.RESERVES, "merchant_id,rate,days,effective_from");
    private static final Shape<Integer> DAYS = Shape.number(1, MOST_DAYS);

    private final MerchantsFile merchants;
    private final IdIndex index;
    private final LocalDate businessDate;
    private final Map<String, ReserveTerms> inForce = new HashMap<>();
    private final Set<String> rows = new HashSet<>();

    /** @param sorted the merchants of the file in byte order of id */
    ReservesFile(MerchantsFile merchantsFile, List<Merchant> sorted, LocalDate businessDate) {
        this.merchants = merchantsFile;
        this.index = new IdIndex(sorted.size(), no -> sorted.get(no).id());
        this.businessDate = businessDate;
    }

    ReservesFile read(ReferenceFiles files, FileProblems problems) throws IOException {
        TABLE.read(files, problems, this::row);
        return this;
    }

    private void row(CsvRow row) {
        String merchant = row.value("merchant_id", Shapes.MERCHANT_ID);
        Rate rate = row.value("rate", Shapes.RATE);
        Integer days = row.value("days", DAYS);
        LocalDate from = row.value("effective_from", Shapes.DATE);
        if (merchant != null && index.find(merchant) < 0 && !merchants.mayHave(merchant)) {
            row.problem(
                    "merchant_id",
                    FileProblem.shownId(merchant) + " is not in " + ReferenceFiles.MERCHANTS
                            + "; add it there or remove this row");
        }
        if (merchant != null && from != null && !rows.add(merchant + " " + from)) {
            row.problem(
                    "merchant_id",
                    FileProblem.shownId(merchant) + " stands twice with effective_from " + from + "; remove one");
        }
        if (row.isSound() && !from.isAfter(businessDate)) {
            inForce.merge(merchant, new ReserveTerms(from, rate, days), ReservesFile::later);
        }
    }

    private static ReserveTerms later(ReserveTerms one, ReserveTerms other) {
        return one.effectiveFrom().isAfter(other.effectiveFrom()) ? one : other;
    }

    /** Terms by merchant id, as on the business date. */
    Map<String, ReserveTerms> inForce() {
        return Map.copyOf(inForce);
    }

    int rows() {
        return rows.size();
    }
}
