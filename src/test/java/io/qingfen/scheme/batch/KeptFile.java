package io.qingfen.scheme.batch;

import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.FundsEntry;
import io.qingfen.scheme.SchemeFileName;
import io.qingfen.scheme.SchemeRecord;
import java.util.ArrayList;
import java.util.List;

/** A file that was read, with everything that it handed on. */
final class KeptFile extends ParsedFile {
    private final List<SchemeRecord> kept;
    private final List<BrandFee> keptFees;
    private final List<FundsEntry> keptFunds;

    KeptFile(String name, int number) {
        this(name, number, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private KeptFile(
            String name, int number, List<SchemeRecord> kept, List<BrandFee> keptFees, List<FundsEntry> keptFunds) {
        super(SchemeFileName.of(name).orElseThrow(), number, new Taker() {
            @Override
            public void take(SchemeRecord record) {
                kept.add(record);
            }

            @Override
            public void take(BrandFee fee) {
                keptFees.add(fee);
            }

            @Override
            public void take(FundsEntry entry) {
                keptFunds.add(entry);
            }
        });
        this.kept = kept;
        this.keptFees = keptFees;
        this.keptFunds = keptFunds;
    }

    List<SchemeRecord> recordList() {
        return kept;
    }

    List<BrandFee> feeList() {
        return keptFees;
    }

    List<FundsEntry> fundsList() {
        return keptFunds;
    }
}
