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

/**
 * A scheme's file as it was read: what it comes to, or what is wrong with it. Something wrong refuses it whole. What
 * there is much of is handed on one by one.
 */
class ParsedFile implements RecordSink {
    private static final int MOST_PROBLEMS = 50;
    private final SchemeFileName name;
    private final int number;
    private final Taker taker;
    private final List<Dispute> disputes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<Currency, Long> totals = new HashMap<>();
    private long records;
    private long fees;
    private long funds;
    private int lines;
    private String formatSha256 = "";
    private String sha256 = "";
    private long bytes;
    private Again again;

    /** Takes what a file has many of, in its order. */
    interface Taker {
        void take(SchemeRecord record);

        void take(BrandFee fee);

        void take(FundsEntry entry);
    }

    /** Reads the same bytes once more. */
    @FunctionalInterface
    interface Again {
        void read(Taker taker);
    }

    ParsedFile(SchemeFileName name, int number, Taker taker) {
        this.name = name;
        this.number = number;
        this.taker = taker;
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
        records++;
        taker.take(record);
        totals.merge(record.currency(), record.amountMinor(), Math::addExact);
    }

    void add(FundsEntry entry) {
        funds++;
        taker.take(entry);
    }

    @Override
    public void add(Dispute dispute) {
        disputes.add(dispute);
        totals.merge(dispute.currency(), dispute.amountMinor(), Math::addExact);
    }

    /** Beside the money of the records: in no total of the control. */
    void add(BrandFee fee) {
        fees++;
        taker.take(fee);
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

    /** @param again how it is read once more */
    void is(String digest, long size, Again same) {
        sha256 = digest;
        bytes = size;
        again = same;
    }

    String sha256() {
        return sha256;
    }

    long bytes() {
        return bytes;
    }

    /** Hands on what there is much of a second time. */
    void again(Taker another) {
        again.read(another);
    }

    void lines(int count) {
        lines = count;
    }

    int lines() {
        return lines;
    }

    /** How many records it has. */
    long records() {
        return records;
    }

    /** How many lines of a statement of funds it has; a file has these or records. */
    long funds() {
        return funds;
    }

    List<Dispute> disputes() {
        return disputes;
    }

    /** How many brand fees it has. */
    long fees() {
        return fees;
    }

    /** Whatever kind of lines it has. */
    long size() {
        return records + funds + disputes.size() + fees;
    }

    List<String> problems() {
        return problems;
    }

    /** Added up while reading, by currency. */
    Map<Currency, Long> totals() {
        return totals;
    }
}
