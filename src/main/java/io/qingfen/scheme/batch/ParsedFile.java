package io.qingfen.scheme.batch;

import io.qingfen.money.Currency;
import io.qingfen.run.CardNumbers;
import io.qingfen.scheme.BrandFee;
import io.qingfen.scheme.Dispute;
import io.qingfen.scheme.FundsEntry;
import io.qingfen.scheme.RecordSink;
import io.qingfen.scheme.SchemeFileName;
import io.qingfen.scheme.SchemeRecord;
import io.qingfen.scheme.SchemeRecord.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A scheme's file as it was read: its records, or what is wrong with it. Something wrong refuses it whole. */
final class ParsedFile implements RecordSink {
    private static final int MOST_PROBLEMS = 50;
    private final SchemeFileName name;
    private final int number;
    private final List<SchemeRecord> records = new ArrayList<>();
    private final List<FundsEntry> funds = new ArrayList<>();
    private final List<Dispute> disputes = new ArrayList<>();
    private final List<BrandFee> fees = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<Currency, Long> totals = new HashMap<>();
    private int lines;
    private String formatSha256 = "";

    ParsedFile(SchemeFileName name, int number) {
        this.name = name;
        this.number = number;
    }

    SchemeFileName name() {
        return name;
    }

    int number() {
        return number;
    }

    Place place(int line) {
        return new Place(number, line);
    }

    @Override
    public void add(SchemeRecord record) {
        records.add(record);
        totals.merge(record.currency(), record.amountMinor(), Math::addExact);
    }

    void add(FundsEntry entry) {
        funds.add(entry);
    }

    @Override
    public void add(Dispute dispute) {
        disputes.add(dispute);
        totals.merge(dispute.currency(), dispute.amountMinor(), Math::addExact);
    }

    /** Beside the money of the records: in no total of the control. */
    void add(BrandFee fee) {
        fees.add(fee);
    }

    void problem(int line, String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(CardNumbers.masked(name.text() + ":" + line + ": " + what));
        } else if (problems.size() == MOST_PROBLEMS) {
            problems.add(name.text() + ": more problems follow");
        }
    }

    void readBy(SchemeFormat format) {
        formatSha256 = format.sha256();
    }

    /** Of the description of its format; empty for a format of the program. */
    String formatSha256() {
        return formatSha256;
    }

    void lines(int count) {
        lines = count;
    }

    int lines() {
        return lines;
    }

    List<SchemeRecord> records() {
        return records;
    }

    /** Lines of a statement of funds; a file has these or records. */
    List<FundsEntry> funds() {
        return funds;
    }

    List<Dispute> disputes() {
        return disputes;
    }

    List<BrandFee> fees() {
        return fees;
    }

    /** Whatever kind of lines it has. */
    long size() {
        return records.size() + funds.size() + disputes.size() + fees.size();
    }

    List<String> problems() {
        return problems;
    }

    /** Added up while reading, by currency. */
    Map<Currency, Long> totals() {
        return totals;
    }
}
