package io.qingfen.reports;

import io.qingfen.control.ControlTotal;
import io.qingfen.reports.ReportCell.Code;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportSection.Column;
import io.qingfen.reports.ReportSection.Lead;
import io.qingfen.reports.ReportSection.Look;
import io.qingfen.reports.ReportSection.Tone;
import java.util.List;

/** The control chain in the report: one sentence whether all is closed, and every control. */
final class ReportControls {
    private static final String NO_CURRENCY = "XXX";
    private static final String OPEN = "closed.no";

    private final Words words;
    private final List<ControlTotal> controls;

    ReportControls(Words words, List<ControlTotal> controls) {
        this.words = words;
        this.controls = controls;
    }

    ReportSection section() {
        List<Column> heads = Column.of(
                words,
                "boundary",
                "side",
                "#count",
                "#amount",
                "#counterpart_count",
                "#counterpart_amount",
                "currency",
                "closed");
        return new ReportSection(
                "controls",
                Look.CONTROLS,
                words.of("controls"),
                lead(),
                heads,
                controls.stream().map(this::row).toList(),
                false);
    }

    private Lead lead() {
        long open = controls.stream().filter(control -> !control.closed()).count();
        if (controls.isEmpty()) {
            return new Lead(words.of("controls.none"), Tone.PLAIN);
        }
        return open == 0
                ? new Lead(words.of("controls.closed") + " (" + controls.size() + ")", Tone.GOOD)
                : new Lead(words.of("controls.open") + " (" + open + " / " + controls.size() + ")", Tone.BAD);
    }

    private List<ReportCell> row(ControlTotal control) {
        boolean counted = control.count() != 0 || control.counterpartCount() != 0 || noAmount(control);
        return List.of(
                new Code(control.boundary(), words.of("control:", control.boundary())),
                new Code(control.side(), words.of("side:", control.side())),
                counted ? new Count(control.count()) : ReportCell.NOTHING,
                amount(control, control.amountMinor()),
                counted ? new Count(control.counterpartCount()) : ReportCell.NOTHING,
                amount(control, control.counterpartMinor()),
                new Text(control.currency().equals(NO_CURRENCY) ? "" : control.currency()),
                control.closed() ? new Code("true", words.of("closed.yes")) : new Code("false", words.of(OPEN)));
    }

    /** The row as {@link #section()} makes it. */
    static boolean isOpen(List<ReportCell> row, Words words) {
        return row.get(row.size() - 1).shown().equals(words.of(OPEN));
    }

    private static boolean noAmount(ControlTotal control) {
        return control.amountMinor() == 0 && control.counterpartMinor() == 0;
    }

    private static ReportCell amount(ControlTotal control, long minor) {
        return control.currency().equals(NO_CURRENCY)
                ? ReportCell.NOTHING
                : new Money(minor, control.currency(), false);
    }
}
