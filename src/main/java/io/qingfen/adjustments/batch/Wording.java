package io.qingfen.adjustments.batch;

import io.qingfen.adjustments.AdjustedFees;
import io.qingfen.adjustments.Adjustment;
import io.qingfen.adjustments.Adjustment.Basis;
import io.qingfen.adjustments.AdjustmentState;
import io.qingfen.adjustments.jdbc.AdjustmentRows.Doubled;
import io.qingfen.money.Money;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts that people give, checked, and those that they get when something is refused. */
final class Wording {
    private static final int MOST_MERCHANTS = 50;
    private static final Pattern MERCHANT = Pattern.compile("[0-9A-Za-z]{1,15}");

    private Wording() {}

    /** The last part of the path; whatever no list can show is a question mark. */
    static String planName(Path file) {
        String name = String.valueOf(file.getFileName()).replaceAll("\\p{Cntrl}", "?");
        int length = name.codePointCount(0, name.length());
        return name.substring(0, name.offsetByCodePoints(0, Math.min(length, 100)));
    }

    static SortedSet<String> merchants(Set<String> ids) {
        List<String> problems = ids.stream()
                .filter(id -> !MERCHANT.matcher(id).matches())
                .map(id -> "--merchant '" + id.replaceAll("[^ -~]", "?") + "': is not a merchant id")
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, problems);
        }
        if (ids.size() > MOST_MERCHANTS) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "--merchant: " + ids.size() + " merchants, at most " + MOST_MERCHANTS
                            + " can be named; propose the others by themselves, or all without --merchant");
        }
        return new TreeSet<>(ids);
    }

    /** For example {@code 2 merchants, 3.24 CNY to merchants, 1.00 CNY from merchants}. */
    static String sums(List<AdjustedFees> fees) {
        long merchants = fees.stream().map(AdjustedFees::merchantId).distinct().count();
        TreeMap<String, Money> sums = new TreeMap<>();
        fees.forEach(each -> sums.merge(
                each.currency().code() + (each.differenceMinor() < 0 ? " to merchants" : " from merchants"),
                new Money(Math.absExact(each.differenceMinor()), each.currency()),
                Money::plus));
        return merchants
                + (merchants == 1 ? " merchant, " : " merchants, ")
                + sums.entrySet().stream()
                        .map(one -> one.getValue() + one.getKey().substring(3))
                        .collect(Collectors.joining(", "));
    }

    static Refusal unknown(String id) {
        return new Refusal(
                Exit.USAGE_OR_REFERENCE,
                "There is no adjustment " + id.replaceAll("[^ -~]", "?")
                        + ". List them: qingfen adjustments list --all");
    }

    static Refusal notProposed(Adjustment adjustment, String act) {
        return new Refusal(
                Exit.REFUSED,
                "adjustment " + adjustment.id() + " is " + state(adjustment) + "; there is nothing to " + act
                        + ": qingfen adjustments show " + adjustment.id());
    }

    static Refusal over(Adjustment adjustment) {
        boolean booked = adjustment.state() == AdjustmentState.APPLIED;
        return new Refusal(
                Exit.REFUSED,
                "adjustment " + adjustment.id() + " is " + state(adjustment)
                        + (booked ? "; what is booked stays booked" : "; there is nothing to take back")
                        + ": qingfen adjustments show " + adjustment.id());
    }

    private static String state(Adjustment adjustment) {
        return adjustment.state()
                + switch (adjustment.state()) {
                    case APPLIED -> " on " + adjustment.businessDate();
                    case APPROVED -> " by " + adjustment.checker();
                    case REJECTED, WITHDRAWN -> " by " + adjustment.endedBy();
                    case PROPOSED -> " by " + adjustment.maker();
                };
    }

    static Refusal adjustedBefore(Doubled twice, Basis basis) {
        Adjustment earlier = twice.earlier();
        boolean same = earlier.basis().planSha256().equals(basis.planSha256());
        return new Refusal(
                Exit.REFUSED,
                "merchant " + twice.merchantId() + ": its fees of " + twice.date() + " in " + twice.currency()
                        + " are adjusted by " + earlier.id() + " already ("
                        + earlier.basis().period() + ", "
                        + (same ? "the same plans " : "other plans ")
                        + earlier.basis().planName() + ", proposed by "
                        + earlier.maker() + ", " + state(earlier) + "). The fees of a date are adjusted once: "
                        + (earlier.state().isOpen()
                                ? "end that one first (qingfen adjustments withdraw " + earlier.id()
                                        + " --reason TEXT, or reject), or propose other dates or merchants"
                                : "propose other dates, or other merchants with --merchant ID"));
    }
}
