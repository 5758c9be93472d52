package io.qingfen.reports;

import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one merchant is told of its business date in one currency: the opening balance, every line with what it is made
 * of, what is paid and what stays. Amounts in minor units, + is owed to the merchant.
 *
 * @param payout null without one
 * @param lines the visible lines; their sum is the net
 */
public record Statement(
        LocalDate businessDate,
        String merchantId,
        String merchantName,
        Currency currency,
        List<Line> lines,
        Payout payout,
        long carriedForwardMinor) {

    public static final String OPENING_BALANCE = "OPENING_BALANCE";
    /** The name that a position gives to the opening balance. */
    public static final String BROUGHT_FORWARD = "BROUGHT_FORWARD";

    /** @param count transactions behind it, 0 without */
    public record Line(String name, String detail, long count, long minor) {}

    public record Payout(String id, String accountMasked, LocalDate valueDate, long minor) {}

    /** The sum of the visible lines: what is paid and what stays, together. */
    public long netMinor() {
        return lines.stream().mapToLong(Line::minor).reduce(0, Math::addExact);
    }

    /**
     * The visible lines: the opening balance first, then the position's in its order, each as the parts it is made of.
     * What the parts do not explain stands as a line of its own, so that nothing is left out.
     *
     * @param position amounts of the position's lines by name, in its order
     */
    public static List<Line> lines(Map<String, Long> position, List<Line> parts) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(OPENING_BALANCE, "", 0, position.getOrDefault(BROUGHT_FORWARD, 0L)));
        Map<String, Long> others = new LinkedHashMap<>(position);
        others.remove(BROUGHT_FORWARD);
        others.forEach((name, minor) -> {
            List<Line> own =
                    parts.stream().filter(part -> part.name().equals(name)).toList();
            lines.addAll(own);
            long rest = Math.subtractExact(
                    minor, own.stream().mapToLong(Line::minor).reduce(0, Math::addExact));
            if (rest != 0) {
                lines.add(new Line(name, "", 0, rest));
            }
        });
        return lines;
    }
}
