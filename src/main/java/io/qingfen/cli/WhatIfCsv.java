package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.repricing.DayComparison;
import io.qingfen.repricing.FeeChange;
import io.qingfen.repricing.Sum;
import io.qingfen.run.CompleteFile;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** A comparison as CSV: a row per date, merchant, currency, line, old and new rule. */
final class WhatIfCsv implements Consumer<DayComparison>, AutoCloseable {
    private final CompleteFile file;
    private final CsvRows rows;

    private WhatIfCsv(CompleteFile file) {
        this.file = file;
        this.rows = new CsvRows(
                file,
                "business_date",
                "merchant_id",
                "currency",
                "line",
                "old_rule",
                "new_rule",
                "items",
                "amount",
                "charged",
                "other",
                "difference");
    }

    static WhatIfCsv create(Path path) throws IOException {
        return new WhatIfCsv(CompleteFile.create(path));
    }

    @Override
    public void accept(DayComparison day) {
        try {
            for (Map.Entry<DayComparison.Key, Sum> each : day.sums().entrySet()) {
                row(day, each.getKey(), each.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void row(DayComparison day, DayComparison.Key key, Sum sum) throws IOException {
        FeeChange change = key.change();
        Currency currency = Currency.of(change.currency());
        rows.date(day.date())
                .code(key.merchantId())
                .code(change.currency())
                .code(change.line().name())
                .code(change.oldRule())
                .code(change.newRule())
                .number(sum.items())
                .number(Amounts.format(sum.amountMinor(), currency))
                .number(Amounts.format(sum.chargedMinor(), currency))
                .number(Amounts.format(sum.otherMinor(), currency))
                .number(Amounts.format(sum.differenceMinor(), currency))
                .end();
    }

    void publish() throws IOException {
        rows.close();
        file.publish();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
