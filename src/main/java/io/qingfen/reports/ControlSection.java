package io.qingfen.reports;

import io.qingfen.control.ControlTotal;
import java.util.ArrayList;
import java.util.List;

/** The control chain in the report: one line when all is closed, otherwise what is open; every control on a click. */
final class ControlSection {
    private static final String NO_CURRENCY = "XXX";
    private static final String NOTHING = "–";

    private final Html html;
    private final Words words;
    private final List<ControlTotal> controls;

    ControlSection(Html html, Words words, List<ControlTotal> controls) {
        this.html = html;
        this.words = words;
        this.controls = controls;
    }

    void write() {
        if (controls.isEmpty()) {
            html.element("p", "none", words.of("controls.none"));
            return;
        }
        List<ControlTotal> open =
                controls.stream().filter(control -> !control.closed()).toList();
        if (open.isEmpty()) {
            html.element("p", "good", words.of("controls.closed") + " (" + controls.size() + ")");
        } else {
            html.element("p", "bad", words.of("controls.open") + " (" + open.size() + " / " + controls.size() + ")");
            table(open);
        }
        html.raw("<details>").element("summary", words.of("controls.all"));
        table(controls);
        html.raw("</details>");
    }

    private void table(List<ControlTotal> shown) {
        List<String> heads = new ArrayList<>(List.of(words.of("boundary"), words.of("side")));
        for (String number : List.of("count", "amount", "counterpart_count", "counterpart_amount")) {
            heads.add("#" + words.of(number));
        }
        heads.add(words.of("currency"));
        heads.add(words.of("closed"));
        html.table(heads, shown.stream().map(this::row).toList());
    }

    private List<String> row(ControlTotal control) {
        boolean counted = control.count() != 0 || control.counterpartCount() != 0 || noAmount(control);
        return List.of(
                words.of("control:", control.boundary()),
                words.of("side:", control.side()),
                counted ? Shown.count(control.count()) : NOTHING,
                amount(control, control.amountMinor()),
                counted ? Shown.count(control.counterpartCount()) : NOTHING,
                amount(control, control.counterpartMinor()),
                control.currency().equals(NO_CURRENCY) ? "" : control.currency(),
                control.closed() ? "✓" : "✗");
    }

    private static boolean noAmount(ControlTotal control) {
        return control.amountMinor() == 0 && control.counterpartMinor() == 0;
    }

    private static String amount(ControlTotal control, long minor) {
        return control.currency().equals(NO_CURRENCY) ? NOTHING : Shown.amount(minor, control.currency());
    }
}
