package io.qingfen.cli;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccount.Cases;
import io.qingfen.overview.NightAccount.Closed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cases of a night in words. */
final class CasesText {
    private static final Map<String, String> CLOSED = Map.of(
            "SELF_CLEARED", "found their counterpart",
            "REVERSED", "were taken back by the host",
            "AGED_OUT", "closed by age");
    private static final String DECIDED = "decided: ";

    private CasesText() {}

    /** {@code 3 cases open, 85.00 CNY at stake; 2 found their counterpart}. */
    static String headline(NightAccount account) {
        long open = account.openCases().stream().mapToLong(Cases::count).sum();
        String closed = account.closedCases().stream().map(CasesText::closed).collect(Collectors.joining());
        return (open == 0 ? "none open" : Words.counted(open, "case") + " open" + atStake(account.openCases()))
                + closed;
    }

    private static String closed(Closed closed) {
        return "; " + closed.count() + " " + CLOSED.getOrDefault(closed.resolution(), DECIDED + closed.resolution());
    }

    private static String atStake(List<Cases> cases) {
        Map<String, Long> byCurrency = new TreeMap<>();
        cases.stream()
                .filter(each -> each.exposureMinor() != 0)
                .forEach(each -> byCurrency.merge(each.currency(), each.exposureMinor(), Math::addExact));
        return byCurrency.isEmpty()
                ? ""
                : byCurrency.entrySet().stream()
                        .map(each -> Words.money(each.getValue(), each.getKey()))
                        .collect(Collectors.joining(" and ", ", ", " at stake"));
    }

    /** One line for each kind, most money first, after a line that says which cases these are. */
    static List<String> kinds(String which, List<Cases> cases) {
        List<String> lines = new ArrayList<>();
        if (!cases.isEmpty()) {
            lines.add("            " + which);
        }
        cases.stream()
                .sorted(Comparator.comparing(Cases::exposureMinor).reversed())
                .map(CasesText::line)
                .forEach(lines::add);
        return lines;
    }

    private static String line(Cases cases) {
        String amount = cases.exposureMinor() == 0 ? "" : Words.amount(cases.exposureMinor(), cases.currency());
        return String.format("  %7d x %12s  %s  (%s)", cases.count(), amount, CaseWords.of(cases.kind()), cases.kind());
    }
}
