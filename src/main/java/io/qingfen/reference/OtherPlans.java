package io.qingfen.reference;

import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Fee plans of a file that was never in force.
 *
 * @param file as people named it
 * @param versions by id then effectiveFrom
 */
public record OtherPlans(String file, List<Version> versions) {

    /** A plan and the currency of the amounts in it. */
    public record Version(FeePlan plan, Currency currency) {}

    public OtherPlans {
        versions = List.copyOf(versions);
    }

    public List<FeePlan> plans() {
        return versions.stream().map(Version::plan).toList();
    }

    /** Whether some rule asks where a card was issued. */
    public boolean askCardOrigin() {
        return versions.stream()
                .flatMap(version -> version.plan().rules().values().stream())
                .flatMap(List::stream)
                .anyMatch(rule -> !rule.when().cardOrigins().isEmpty());
    }

    /** Whether some version keeps the fee of refunds and another does not. */
    public boolean mixRefundFees() {
        return versions.stream()
                        .map(version -> version.plan().refundFee())
                        .distinct()
                        .count()
                > 1;
    }

    /** Why this merchant cannot be priced by them on this date: what, and what to do. Empty when it can. */
    public Optional<String> refusal(Merchant merchant, LocalDate date) {
        Version found = null;
        for (Version version : versions) {
            boolean begun = !version.plan().effectiveFrom().isAfter(date);
            found = version.plan().id().equals(merchant.feePlan()) && begun ? version : found;
        }
        if (found == null) {
            return Optional.of(file + ": has no version of the plan '" + merchant.feePlan() + "' in force on " + date
                    + ", which merchant " + merchant.id() + " had; add it");
        }
        if (found.plan().namesAmounts()
                && found.currency().digits() != merchant.currency().digits()) {
            return Optional.of(file + ": the amounts of the plan '" + merchant.feePlan() + "' are in "
                    + found.currency().code() + ", but merchant " + merchant.id() + " is paid in "
                    + merchant.currency().code() + "; name the plan's currency");
        }
        return Optional.empty();
    }
}
