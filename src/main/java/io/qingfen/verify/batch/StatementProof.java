package io.qingfen.verify.batch;

import io.qingfen.money.Amounts;
import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.StatementQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every statement of a merchant as CSV, line by line: made again of the position and of what its lines are made of. */
final class StatementProof {
    private static final String[] COLUMNS =
            "business_date,merchant_id,merchant_name,currency,line,detail,count,amount,balance".split(",");
    private static final int BEFORE_LINES = 4;
    private final Books books;
    private final Path outbox;
    private final DateFacts facts;
    private final Map<String, List<Row>> parts = new HashMap<>();
    private final Map<String, Row> payouts = new HashMap<>();

    StatementProof(Books books, Path outbox, DateFacts facts) {
        this.books = books;
        this.outbox = outbox;
        this.facts = facts;
    }

    void prove(Proof proof) throws IOException {
        if (books.all("table report_file", StatementQueries.WRITTEN).get(0).number(0) == 0) {
            return; // A date of books that wrote no statements yet, or one without any position.
        }
        for (String sql : StatementQueries.PARTS) {
            books.all("parts of statements", sql)
                    .forEach(row -> parts.computeIfAbsent(key(row) + "|" + row.cell(2), none -> new ArrayList<>())
                            .add(row));
        }
        books.all("table payout", StatementQueries.PAYOUTS).forEach(row -> payouts.put(key(row), row));
        Map<String, List<Row>> byMerchant = new TreeMap<>();
        books.all("table position", StatementQueries.POSITIONS)
                .forEach(row -> byMerchant
                        .computeIfAbsent(row.cell(0), none -> new ArrayList<>())
                        .add(row));
        for (Map.Entry<String, List<Row>> merchant : byMerchant.entrySet()) {
            statement(merchant.getKey(), merchant.getValue(), proof);
        }
    }

    private void statement(String merchant, List<Row> positions, Proof proof) throws IOException {
        String name = "statements/" + merchant + ".csv";
        Path file = outbox.resolve(name);
        if (!Files.isRegularFile(file)) {
            proof.red(name + ": is missing; table position has the merchant");
            return;
        }
        try (ExpectedLines lines = new ExpectedLines(name, file, proof)) {
            lines.line("header", String.join(",", COLUMNS), false);
            for (Row position : positions) {
                position(position, lines);
            }
            lines.end();
        }
    }

    private void position(Row position, ExpectedLines lines) throws IOException {
        long balance = position.number(2);
        line(position, "OPENING_BALANCE", "", "", Long.toString(balance), balance, lines);
        for (int i = 0; i < StatementQueries.LINES.size(); i++) {
            String line = StatementQueries.LINES.get(i);
            long rest = position.number(BEFORE_LINES + i);
            for (Row part : parts.getOrDefault(key(position) + "|" + line, List.of())) {
                balance += part.number(5);
                rest -= part.number(5);
                String count = part.number(4) == 0 ? "" : part.cell(4);
                line(position, line, part.cell(3), count, part.cell(5), balance, lines);
            }
            if (rest != 0) {
                balance += rest;
                line(position, line, "", "", Long.toString(rest), balance, lines);
            }
        }
        end(position, balance, lines);
    }

    private void end(Row position, long balance, ExpectedLines lines) throws IOException {
        Row payout = payouts.get(key(position));
        if (payout != null) {
            long paid = payout.number(5);
            String detail = payout.cell(2) + ", value date " + payout.cell(4) + ", account " + payout.cell(3);
            line(position, "PAYOUT", detail, "", Long.toString(-paid), balance - paid, lines);
        }
        line(position, "CLOSING_BALANCE", "", "", null, position.number(3), lines);
    }

    private void line(
            Row position, String line, String detail, String count, String minor, long balance, ExpectedLines lines)
            throws IOException {
        int digits = OutputCells.digits(position.cell(1));
        MerchantFacts merchant = facts.merchants().get(position.cell(0));
        lines.cells(
                COLUMNS,
                String.join(
                        ",",
                        facts.date().toString(),
                        position.cell(0),
                        BankWords.words(merchant == null ? "" : merchant.name()),
                        position.cell(1),
                        line,
                        BankWords.words(detail == null ? "" : detail),
                        count,
                        minor == null ? "" : Amounts.format(Long.parseLong(minor), digits),
                        Amounts.format(balance, digits)),
                false);
    }

    private static String key(Row row) {
        return row.cell(0) + "|" + row.cell(1);
    }
}
