package io.qingfen.cli;

import io.qingfen.explain.Fact;
import io.qingfen.explain.Item;
import io.qingfen.explain.Outline;
import io.qingfen.money.Money;
import java.util.Set;

/** An explanation as an indented text, printed as it comes. */
final class ExplanationText implements Outline {
    private static final int NAMES = 56;
    private static final int FACTS = 16;
    /** Items whose name alone does not say what they are. */
    private static final Set<String> NAMED = Set.of(
            "adjustment",
            "fee",
            "case",
            "position",
            "payout",
            "effect",
            "judged",
            "waiting",
            "deposit",
            "move",
            "outcome");

    private final Console console;
    private int depth;

    ExplanationText(Console console) {
        this.console = console;
    }

    @Override
    public void begin(Item item) {
        switch (item.kind()) {
            case "record" -> record(item);
            case "check" -> check(item);
            default -> {
                console.out().println(head(item));
                item.facts().forEach(this::fact);
            }
        }
        depth++;
    }

    @Override
    public void end() {
        depth--;
    }

    private String head(Item item) {
        String name = depth == 0 || NAMED.contains(item.kind()) ? item.kind() + " " + item.name() : item.name();
        StringBuilder line = new StringBuilder(padded(indent() + (depth < 2 ? console.strong(name) : name), name));
        if (item.count().isPresent() || item.amount().isPresent()) {
            String count = item.count().isPresent() ? Words.grouped(item.count().getAsLong()) + " x" : "";
            line.append(String.format(
                    "%8s %18s", count, item.amount().map(ExplanationText::money).orElse("")));
        }
        if (!item.note().isEmpty()) {
            line.append("  ").append(item.note());
        }
        return line.toString().stripTrailing();
    }

    private String padded(String shown, String name) {
        int width = indent().length() + name.length();
        return width >= NAMES ? shown : shown + " ".repeat(NAMES - width);
    }

    private void fact(Fact fact) {
        String value = fact.value() instanceof Money amount ? money(amount) : String.valueOf(fact.value());
        console.out().println(indent() + "    " + String.format("%-" + FACTS + "s %s", fact.name(), value));
    }

    private void record(Item item) {
        String role = item.facts().isEmpty() ? "" : item.facts().get(0).value() + " ";
        console.out().println(indent() + role + item.name());
        String line = item.note().isEmpty() ? "(not in the archive any more)" : item.note();
        console.out().println(indent() + "    " + line);
    }

    private void check(Item item) {
        boolean closes = item.facts().stream()
                .anyMatch(fact -> fact.name().equals("closes") && Boolean.TRUE.equals(fact.value()));
        String amount = item.amount().map(ExplanationText::money).orElse("");
        String line = indent() + "= " + item.name() + ": " + amount + ", " + item.note();
        console.out().println(closes ? line : console.bad(line));
    }

    private static String money(Money money) {
        return Words.money(money.minor(), money.currency().code());
    }

    private String indent() {
        return "  ".repeat(depth);
    }
}
