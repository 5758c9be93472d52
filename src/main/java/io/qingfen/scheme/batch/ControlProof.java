package io.qingfen.scheme.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.scheme.BrandFees;
import io.qingfen.scheme.Judged;
import io.qingfen.scheme.MasterControl;
import io.qingfen.scheme.jdbc.SchemeCosts;
import io.qingfen.scheme.jdbc.SchemeDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The master control of a source and date, and each of its sides that can be read again: from the rows, from the file. */
final class ControlProof {
    private final SchemeDays days;
    private final SchemeCosts costs;
    private final String source;
    private final LocalDate date;

    ControlProof(SchemeDays days, SchemeCosts costs, String source, LocalDate date) {
        this.days = days;
        this.costs = costs;
        this.source = source;
        this.date = date;
    }

    /** What waits now is what the day before carried out. */
    void requireCarried() {
        Map<String, Long> then = days.line(source, date.minusDays(1), "CARRIED_OUT");
        Map<String, Long> now = days.waiting(source);
        requireSame("what was carried out of " + date.minusDays(1), then, "what waits", now);
    }

    /** After everything was kept. */
    void require(Judged judged, List<ParsedFile> files) {
        Map<String, Long> scheme = new TreeMap<>();
        Map<String, Long> carried = new TreeMap<>();
        judged.controls().forEach((currency, control) -> {
            requireClosed(currency, control);
            put(scheme, currency, control.scheme().minor());
            put(carried, currency, control.carriedOut().minor());
        });
        requireSame("the records of the files", read(files), "the control", scheme);
        requireSame("the rows of the records", days.records(source, date), "the control", scheme);
        Map<String, Long> differences = new TreeMap<>();
        judged.costs()
                .forEach((currency, cost) ->
                        put(differences, currency, Math.subtractExact(cost.schemeMinor(), cost.ownMinor())));
        requireSame("the costs to book", costs.differences(source, date), "the costs of both sides", differences);
        requireSame("the rows that wait", days.waiting(source), "the control", carried);
    }

    /** @param rows what the rows of records and of fees without one come to */
    void require(BrandFees told, long rows) {
        if (told.minor() != rows) {
            throw open("the brand fees of the files come to " + told.minor() + ", their rows to " + rows
                    + " (minor units)");
        }
    }

    private void requireClosed(Currency currency, MasterControl control) {
        if (control.difference() != 0) {
            throw open("its two sides differ by " + Amounts.format(control.difference(), currency) + " " + currency);
        }
    }

    private static Map<String, Long> read(List<ParsedFile> files) {
        Map<String, Long> read = new TreeMap<>();
        files.forEach(
                file -> file.totals().forEach((currency, minor) -> read.merge(currency.code(), minor, Math::addExact)));
        read.values().removeIf(minor -> minor == 0);
        return read;
    }

    private static void put(Map<String, Long> sums, Currency currency, long minor) {
        if (minor != 0) {
            sums.put(currency.code(), minor);
        }
    }

    private void requireSame(String what, Map<String, Long> one, String against, Map<String, Long> other) {
        if (!one.equals(other)) {
            throw open(what + " come to " + one + ", " + against + " to " + other + " (minor units)");
        }
    }

    private Refusal open(String why) {
        return new Refusal(
                Exit.CONTROL_OPEN,
                "master control of " + source + " " + date + " is open: " + why
                        + "; nothing was kept of it, the files stay"
                        + " in work/schemes: this is an error of the program or of the tables, report it");
    }
}
