package io.qingfen.reports;

import io.qingfen.reports.Figures.Items;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures that are read first: money by currency, then what needs people. */
final class ReportHeadline {
    private final Figures figures;
    private final Words words;
    private final List<List<ReportCell>> rows = new ArrayList<>();

    ReportHeadline(Figures figures, Words words) {
        this.figures = figures;
        this.words = words;
    }

    ReportSection section() {
        Map<String, Volume> cleared = SummaryText.grouped(figures.items(), Items::currency, Items::settled);
        figures.positions().forEach(position -> cleared.putIfAbsent(position.currency(), Volume.NONE));
        cleared.forEach(this::money);
        KeyRates rates = new KeyRates(figures);
        long rejects =
                figures.rejects().stream().mapToLong(Figures.Rejects::count).sum();
        add("open_cases", new Count(ReportSections.openCases(figures)));
        add("rejects", new Count(rejects));
        add("approval_rate", ReportCell.share(rates.approval()));
        add("straight_through_rate", ReportCell.share(rates.straightThrough()));
        return new Tables(words).tiles(rows);
    }

    private void money(String currency, Volume volume) {
        PositionSums sums = PositionSums.of(figures, currency);
        add("sales", volume.salesMinor(), currency);
        add("credits", volume.creditsMinor(), currency);
        add("fees", volume.feeMinor(), currency);
        add("margin", Math.subtractExact(volume.feeMinor(), volume.costMinor()), currency);
        add("payout", sums.payoutMinor(), currency);
        add("carried_forward", sums.carriedForwardMinor(), currency);
    }

    private void add(String key, long minor, String currency) {
        rows.add(List.of(new Text(words.of(key) + " · " + currency), new Money(minor, currency, false)));
    }

    private void add(String key, ReportCell value) {
        rows.add(List.of(new Text(words.of(key)), value));
    }
}
