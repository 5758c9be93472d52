package io.qingfen.control;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.util.List;

/** The control chain of one date with its numbers: closed, or open at named boundaries. */
public final class ProvenChain {
    record Link(Control control, ControlTotal total) {}

    private final List<Link> links;
    private final Measures measures;

    ProvenChain(List<Link> links, Measures measures) {
        this.links = List.copyOf(links);
        this.measures = measures;
    }

    /** In the order of the chain. */
    public List<ControlTotal> totals() {
        return links.stream().map(Link::total).toList();
    }

    public boolean isClosed() {
        return links.stream().allMatch(link -> link.total.closed());
    }

    /** One line per open control: boundary, side, currency, both numbers, and where to look first if that is known. */
    public List<String> differences() {
        return links.stream()
                .filter(link -> !link.total.closed())
                .map(this::difference)
                .toList();
    }

    private String difference(Link link) {
        ControlTotal total = link.total;
        Control control = link.control;
        String first = control.left().firstDifference(measures);
        return "control '" + control.boundary() + "', " + control.side() + ", " + total.currency() + ": "
                + control.left() + " = " + number(control, total.count(), total)
                + amount(control, total.amountMinor(), total)
                + ", but " + control.right() + " = " + number(control, total.counterpartCount(), total)
                + amount(control, total.counterpartMinor(), total)
                + (first.isEmpty() ? "" : "; first difference at " + first);
    }

    private static String number(Control control, long count, ControlTotal total) {
        return control.compares() == Control.Compares.AMOUNT ? "" : Long.toString(count);
    }

    private static String amount(Control control, long minor, ControlTotal total) {
        if (control.compares() == Control.Compares.COUNT) {
            return "";
        }
        Currency currency = Currency.find(total.currency());
        String text = currency == null ? minor + " minor units" : Amounts.format(minor, currency);
        return (control.compares() == Control.Compares.AMOUNT ? "" : " / ") + text;
    }
}
