package io.qingfen.reports.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.reports.MonthLine;
import io.qingfen.reports.MonthLine.Kind;
import io.qingfen.reports.MonthSum;
import io.qingfen.reports.Ratios;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CompleteFile.Published;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The files of a month in its folder, each complete or absent; {@code SHA256SUMS} comes last. */
final class MonthFiles {
    static final String SUMS = "SHA256SUMS";
    static final String CONTROLS = "boundary left right closed currency";
    static final String FEES = "month merchant_id count amount merchant_fees instant_fees adjustments total currency";
    static final String INVOICE = "month merchant_id line channel card_type fee_rule count amount fee currency";
    static final String KPIS = "kpi detail channel card_type count amount currency";
    static final String MARGIN = "month merchant_id amount fee scheme_cost margin margin_bp negative currency";
    private final Path folder;
    private final YearMonth month;
    private final StringBuilder sums = new StringBuilder();
    private final List<MonthLine> ofMerchant = new ArrayList<>();
    private long invoices;

    MonthFiles(Path folder, YearMonth month) {
        this.folder = folder;
        this.month = month;
    }

    /** How a file gets its rows. */
    @FunctionalInterface
    interface Body {
        void write(CsvRows rows) throws IOException;
    }

    long invoices() {
        return invoices;
    }

    /** @param header names of columns, a space between them */
    void csv(String name, String header, Body body) throws IOException {
        try (CompleteFile file = CompleteFile.create(folder.resolve(name))) {
            write(file, header, body);
            Published published = file.publish();
            sums.append(published.sha256()).append("  ").append(name).append('\n');
        }
    }

    private static void write(OutputStream out, String header, Body body) throws IOException {
        try (CsvRows rows = new CsvRows(out, header.split(" "))) {
            body.write(rows);
        }
    }

    /** Lines of one merchant after the other: each merchant's invoice is written when the next one begins. */
    void invoiceLine(MonthLine line) throws IOException {
        if (!ofMerchant.isEmpty() && !ofMerchant.get(0).merchantId().equals(line.merchantId())) {
            invoice();
        }
        ofMerchant.add(line);
    }

    /** After the last line. */
    void invoice() throws IOException {
        if (ofMerchant.isEmpty()) {
            return;
        }
        String merchant = ofMerchant.get(0).merchantId();
        csv("invoices/" + merchant + ".csv", INVOICE, rows -> invoice(rows, merchant));
        invoices++;
        ofMerchant.clear();
    }

    private void invoice(CsvRows rows, String merchant) throws IOException {
        Map<String, MonthSum> totals = new TreeMap<>();
        for (MonthLine line : ofMerchant) {
            totals.computeIfAbsent(line.currency(), currency -> new MonthSum()).add(line);
            Currency currency = Currency.of(line.currency());
            rows.code(month.toString()).code(merchant).code(line.kind().name());
            rows.code(line.channel()).code(line.cardType()).code(line.feeRule());
            rows.number(line.count()).number(Amounts.format(line.amountMinor(), currency));
            rows.number(Amounts.format(line.feeMinor(), currency))
                    .code(line.currency())
                    .end();
        }
        for (Map.Entry<String, MonthSum> total : totals.entrySet()) {
            Currency currency = Currency.of(total.getKey());
            rows.code(month.toString())
                    .code(merchant)
                    .code("TOTAL")
                    .empty()
                    .empty()
                    .empty();
            rows.number(total.getValue().count())
                    .number(Amounts.format(total.getValue().amount(), currency));
            rows.number(Amounts.format(total.getValue().fee(), currency))
                    .code(total.getKey())
                    .end();
        }
    }

    void feeRow(CsvRows rows, String merchant, String code, MonthSum sum) throws IOException {
        Currency currency = Currency.of(code);
        rows.code(month.toString()).code(merchant).number(sum.count()).number(Amounts.format(sum.amount(), currency));
        for (Kind kind : Kind.values()) {
            rows.number(Amounts.format(sum.fee(kind), currency));
        }
        rows.number(Amounts.format(sum.fee(), currency)).code(code).end();
    }

    void marginRow(CsvRows rows, String merchant, String code, MonthSum sum) throws IOException {
        Currency currency = Currency.of(code);
        rows.code(month.toString()).code(merchant).number(Amounts.format(sum.amount(), currency));
        rows.number(Amounts.format(sum.fee(), currency)).number(Amounts.format(sum.cost(), currency));
        rows.number(Amounts.format(sum.margin(), currency));
        // a part of nothing, or of less, says nothing
        rows.number(sum.amount() > 0 ? Ratios.basisPoints(sum.margin(), sum.amount()) : null);
        rows.code(sum.margin() < 0 ? "yes" : "no").code(code).end();
    }

    /** The hash over all names and hashes. */
    String complete() throws IOException {
        return CompleteFile.of(folder.resolve(SUMS), sums.toString().getBytes(StandardCharsets.UTF_8))
                .sha256();
    }
}
