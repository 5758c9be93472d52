package io.qingfen.payouts;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The highest total of a date that leaves without somebody spelling it out. */
public final class ReleaseLimit {
    private ReleaseLimit() {}

    /** Codes of the currencies whose total is above their limit; a currency without a limit is never. */
    public static Set<String> exceeded(ReleaseContent content, Map<String, Long> limits) {
        Set<String> above = new TreeSet<>();
        content.minorByCurrency().forEach((currency, minor) -> {
            Long limit = limits.get(currency);
            if (limit != null && minor > limit) {
                above.add(currency);
            }
        });
        return above;
    }

    /** One text per currency above its limit whose exact total is not among the confirmed. */
    public static List<String> objections(ReleaseContent content, Map<String, Long> limits, Set<String> confirmed) {
        List<String> objections = new ArrayList<>();
        for (String code : exceeded(content, limits)) {
            if (!confirmed.contains(code)) {
                Currency currency = content.currency(code);
                String total = Amounts.format(content.minorByCurrency().get(code), currency);
                objections.add("the total of " + content.businessDate() + ", " + total + " " + code
                        + ", is above payouts.limit of qingfen.yml, " + Amounts.format(limits.get(code), currency)
                        + "; look at it, and if it is right: qingfen payouts propose --date "
                        + content.businessDate() + " --confirm-total " + code + "=" + total);
            }
        }
        return objections;
    }

    /**
     * The currencies whose total was spelled out exactly.
     *
     * @param texts {@code CNY=1200000.00}, or the amount alone when the date pays in one currency
     * @throws IllegalArgumentException when a text is no amount, or another amount than the total
     */
    public static Set<String> confirmed(ReleaseContent content, List<String> texts) {
        Map<String, Long> totals = content.minorByCurrency();
        Set<String> confirmed = new TreeSet<>();
        for (String text : texts) {
            confirmed.add(confirmed(content, totals, text));
        }
        return confirmed;
    }

    private static String confirmed(ReleaseContent content, Map<String, Long> totals, String text) {
        int sign = text.indexOf('=');
        if (sign < 0 && totals.size() != 1) {
            throw new IllegalArgumentException("--confirm-total " + text + ": the date pays in "
                    + String.join(", ", totals.keySet()) + "; name the currency, for example CNY=" + text);
        }
        String code = sign < 0 ? totals.keySet().iterator().next() : text.substring(0, sign);
        Long total = totals.get(code);
        if (total == null || !Amounts.format(total, content.currency(code)).equals(text.substring(sign + 1))) {
            throw new IllegalArgumentException("--confirm-total " + text + " is not the total of "
                    + content.businessDate() + ": "
                    + (total == null
                            ? "nothing is paid in " + code
                            : code + "=" + Amounts.format(total, content.currency(code))));
        }
        return code;
    }
}
