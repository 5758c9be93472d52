package io.qingfen.reports.batch;

import io.qingfen.money.Amounts;
import io.qingfen.reports.Statement;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A merchant's statement as CSV: the opening balance, the lines, the payout, the closing balance. The amounts above
 * PAYOUT sum to what is paid and what stays; {@code balance} runs along.
 */
final class StatementCsv {
    static final String[] HEADER = {
        "business_date", "merchant_id", "merchant_name", "currency", "line", "detail", "count", "amount", "balance"
    };

    private StatementCsv() {}

    /** @return rows without the header */
    static long write(List<Statement> statements, OutputStream out) throws IOException {
        try (CsvRows cells = new CsvRows(out, HEADER)) {
            for (Statement statement : statements) {
                write(statement, cells);
            }
            return cells.rows();
        }
    }

    private static void write(Statement statement, CsvRows cells) throws IOException {
        long balance = 0;
        for (Statement.Line line : statement.lines()) {
            balance = Math.addExact(balance, line.minor());
            begin(statement, cells, line.name(), line.detail());
            if (line.count() == 0) {
                cells.empty();
            } else {
                cells.number(line.count());
            }
            end(statement, cells, line.minor(), balance);
        }
        if (statement.payout() != null) {
            paid(statement, cells, balance);
        }
        begin(statement, cells, "CLOSING_BALANCE", "");
        cells.empty().empty();
        cells.number(Amounts.format(statement.carriedForwardMinor(), statement.currency()))
                .end();
    }

    private static void paid(Statement statement, CsvRows cells, long balance) throws IOException {
        Statement.Payout payout = statement.payout();
        String detail = payout.id() + ", value date " + payout.valueDate() + ", account " + payout.accountMasked();
        begin(statement, cells, "PAYOUT", detail);
        cells.empty();
        end(statement, cells, Math.negateExact(payout.minor()), Math.subtractExact(balance, payout.minor()));
    }

    private static void begin(Statement statement, CsvRows cells, String line, String detail) {
        cells.date(statement.businessDate())
                .code(statement.merchantId())
                .text(statement.merchantName())
                .code(statement.currency().code())
                .code(line)
                .text(detail);
    }

    private static void end(Statement statement, CsvRows cells, long minor, long balance) throws IOException {
        cells.number(Amounts.format(minor, statement.currency()))
                .number(Amounts.format(balance, statement.currency()))
                .end();
    }
}
