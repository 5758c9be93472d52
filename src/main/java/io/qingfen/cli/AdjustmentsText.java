package io.qingfen.cli;

import io.qingfen.adjustments.AdjustedFees;
import io.qingfen.adjustments.Adjustment;
import io.qingfen.adjustments.AdjustmentLine;
import io.qingfen.adjustments.AdjustmentState;
import io.qingfen.adjustments.Adjustments.Described;
import io.qingfen.adjustments.Adjustments.Shown;
import io.qingfen.repricing.Sum;
import io.qingfen.run.Exit;
import io.qingfen.settlement.Line;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adjustments as people and machines read them. */
final class AdjustmentsText {
    private static final String ROW = "%-22s %-9s %-24s %-20s %9s  %-12s %-12s %s";
    private static final String LINE = "  %-52s %8s %14s %14s %14s  %s";
    /** Of a reason in the table. */
    private static final int SHOWN = 60;

    private final Session session;
    private final Options options;

    AdjustmentsText(Session session, Options options) {
        this.session = session;
        this.options = options;
    }

    void list(List<Described> adjustments, boolean all) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope("adjustments list", Exit.DONE.code(), List.of());
            result.put(
                    "adjustments", adjustments.stream().map(AdjustmentsJson::of).toList());
            print(result);
            return;
        }
        if (adjustments.isEmpty()) {
            session.say(all ? "No adjustments." : "No adjustments that wait; booked and ended ones with --all.");
            return;
        }
        session.print(List.of(session.console()
                .strong(String.format(
                        ROW,
                        "adjustment",
                        "state",
                        "period",
                        "plans",
                        "merchants",
                        "maker",
                        "checker",
                        "to merchants"))));
        adjustments.forEach(one -> session.print(List.of(row(one))));
    }

    private static String row(Described one) {
        Adjustment adjustment = one.adjustment();
        return String.format(
                ROW,
                adjustment.id(),
                adjustment.state(),
                adjustment.basis().period(),
                adjustment.basis().planName(),
                Words.grouped(merchants(one)),
                adjustment.maker(),
                adjustment.checker() == null ? "" : adjustment.checker(),
                sums(one) + "; " + Words.cut(adjustment.reason(), SHOWN));
    }

    private static long merchants(Described one) {
        return one.fees().stream().map(AdjustedFees::merchantId).distinct().count();
    }

    /** What merchants get of each currency; negative: they owe it. */
    static SortedMap<String, Long> byCurrency(Described one) {
        SortedMap<String, Long> sums = new TreeMap<>();
        one.fees().forEach(fees -> sums.merge(fees.currency().code(), fees.signedMinor(), Math::addExact));
        return sums;
    }

    private static String sums(Described one) {
        return byCurrency(one).entrySet().stream()
                .map(sum -> signed(sum.getValue(), sum.getKey()) + " " + sum.getKey())
                .collect(Collectors.joining(", "));
    }

    private static String signed(long minor, String currency) {
        return (minor > 0 ? "+" : "") + Words.amount(minor, currency);
    }

    void show(Shown shown) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope("adjustments show", Exit.DONE.code(), List.of());
            result.put("adjustment", AdjustmentsJson.of(shown));
            print(result);
            return;
        }
        Adjustment adjustment = shown.described().adjustment();
        session.print(List.of(
                session.console().strong(adjustment.id() + "  " + adjustment.state()) + "  fees of "
                        + adjustment.basis().period() + " as under "
                        + adjustment.basis().planName(),
                "  reason      " + adjustment.reason(),
                "  proposed    by " + adjustment.maker() + ", "
                        + adjustment.proposedAt().toInstant(),
                "  " + options.typeable(ended(adjustment)),
                "  plans       sha256 " + adjustment.basis().planSha256(),
                "  digest      " + adjustment.digest(),
                String.format(LINE, "fees", "items", "charged", "other plans", "to merchant", "")
                        .stripTrailing()));
        shown.described().fees().forEach(fees -> fees(fees, shown.lines()));
    }

    private static String ended(Adjustment adjustment) {
        return switch (adjustment.state()) {
            case PROPOSED -> "next        another person approves: qingfen adjustments approve " + adjustment.id();
            case APPROVED -> "approved    by " + adjustment.checker() + "; the next night books it";
            case APPLIED ->
                "approved    by " + adjustment.checker() + "; booked by the night of " + adjustment.businessDate();
            case REJECTED -> "rejected    by " + adjustment.endedBy() + ": " + adjustment.endReason();
            case WITHDRAWN -> "withdrawn   by " + adjustment.endedBy() + ": " + adjustment.endReason();
        };
    }

    private void fees(AdjustedFees fees, List<AdjustmentLine> lines) {
        List<AdjustmentLine> own = lines.stream()
                .filter(line -> line.merchantId().equals(fees.merchantId())
                        && line.change().currency().equals(fees.currency().code())
                        && line.change().line() == fees.fees())
                .toList();
        Sum total = own.stream().map(AdjustmentLine::sum).reduce(Sum.NONE, Sum::plus);
        String kind = fees.fees() == Line.INSTANT_FEE ? " instant fee" : "";
        session.print(List.of(session.console()
                .strong(line(fees.merchantId() + kind, total, fees.currency().code()))));
        own.forEach(line -> session.print(List.of(line(
                "  " + line.date() + " " + line.change().oldRule() + " -> "
                        + line.change().newRule(),
                line.sum(),
                fees.currency().code()))));
    }

    private static String line(String what, Sum sum, String currency) {
        return String.format(
                LINE,
                what,
                Words.grouped(sum.items()),
                Words.amount(sum.chargedMinor(), currency),
                Words.amount(sum.otherMinor(), currency),
                signed(Math.negateExact(sum.differenceMinor()), currency),
                currency);
    }

    /** @param act approve, reject or withdraw */
    void acted(Described described, String act) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope("adjustments " + act, Exit.DONE.code(), List.of());
            result.put("adjustment", AdjustmentsJson.of(described));
            if (described.adjustment().state() == AdjustmentState.APPROVED) {
                result.put("note", laterRefunds(described));
            }
            print(result);
            return;
        }
        Adjustment adjustment = described.adjustment();
        boolean approved = adjustment.state() == AdjustmentState.APPROVED;
        session.print(
                List.of(adjustment.id() + "  " + adjustment.state().name().toLowerCase(java.util.Locale.ROOT) + ": "
                        + described(described)
                        + (approved ? "; the next night books it" : "; nothing of it is booked")));
        if (approved) {
            laterRefunds(described).values().forEach(note -> session.say(note.toString()));
        }
    }

    /** After a comparison. */
    void proposed(Described described) {
        String id = described.adjustment().id();
        session.print(List.of(
                session.console().strong(id) + "  proposed: " + described(described) + "; nothing is booked yet"));
        session.say(options.typeable("See it: qingfen adjustments show " + id
                + "; another person approves it: qingfen adjustments approve " + id));
        laterRefunds(described).values().forEach(note -> session.say(note.toString()));
    }

    /** What an adjustment does not reach, in both languages of the reports: refunds of its sales on later dates. */
    static Map<String, Object> laterRefunds(Described one) {
        String last = one.adjustment().basis().to().toString();
        return Json.object(
                "en",
                "Refunds after " + last + " give back fees as they were charged, without this adjustment; the same"
                        + " what-if --propose on their dates proposes the correction.",
                "zh",
                last + " 之后的退货按原收取的手续费退还，不含本次调账；对退货日期以同一费率文件再次执行 what-if --propose 即可提出更正。");
    }

    private static String described(Described one) {
        return Words.counted(merchants(one), "merchant") + ", " + sums(one) + " to merchants";
    }

    private void print(Map<String, Object> result) {
        session.console().out().println(Json.text(result));
    }
}
