package io.qingfen.deposits;

import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The deposits of one business date, terminal by terminal in id order.
 *
 * @param booksFrom first business date of the books
 */
public record DepositRun(Snapshot snapshot, LocalDate booksFrom) {

    private LocalDate date() {
        return snapshot.businessDate();
    }

    /**
     * The version of a policy that a terminal activated on this date has; the first version also covers earlier ones.
     *
     * @throws Refusal when the reference data have no such policy
     */
    public static DepositPolicy policy(Snapshot snapshot, String id, LocalDate activatedOn) {
        return snapshot.policy(id, activatedOn)
                .or(() -> snapshot.policies().stream()
                        .filter(policy -> policy.id().equals(id))
                        .findFirst())
                .orElseThrow(() -> new Refusal(
                        Exit.USAGE_OR_REFERENCE,
                        "deposit policy " + id + " is missing in reference/deposit-policies.yml, but terminals have"
                                + " deposits on it: put it back, then start the date again"));
    }

    /** A terminal has no deposit before its activation or without a policy, unless money of an earlier one is held. */
    public boolean takesPart(Terminal terminal, Deposit stored) {
        boolean activated = !terminal.activatedOn().isAfter(date());
        boolean agreed = !terminal.depositPolicy().isEmpty();
        return activated && agreed || stored != null && stored.heldMinor() > 0;
    }

    /** First date whose volume the night of this terminal must see. */
    public LocalDate volumesFrom(Terminal terminal, Deposit stored) {
        return begins(terminal, stored) ? terminal.activatedOn() : date();
    }

    /** What the merchant's position should be asked for; 0 where nothing is withheld. Minor units. */
    public long toWithholdMinor(Terminal terminal, Deposit stored) {
        Deposit deposit = begins(terminal, stored) ? Deposit.unknownBefore(terms(terminal), date(), booksFrom) : stored;
        return deposit.toWithholdMinor(date());
    }

    /**
     * One terminal that takes part; what it withholds is no longer there for the next one.
     *
     * @param stored null when the books know no deposit of the terminal
     */
    public DepositDay settle(Terminal terminal, Deposit stored, List<TerminalVolume> volumes, Available available) {
        String merchantId = terminal.merchant().id();
        Night night = new Night(date(), booksFrom, terminal, volumes, available.minor(merchantId));
        DepositDay day = begins(terminal, stored)
                ? DepositNight.first(terms(terminal), opening(terminal, stored), night)
                : DepositNight.of(stored, night);
        available.take(merchantId, day.collectedTodayMinor());
        return day;
    }

    private boolean begins(Terminal terminal, Deposit stored) {
        boolean agreed =
                !terminal.depositPolicy().isEmpty() && !terminal.activatedOn().isAfter(date());
        return stored == null || agreed && stored.givesWayTo(terms(terminal));
    }

    /** An opening record tells about the first deposit of a terminal only. */
    private Optional<DepositOpening> opening(Terminal terminal, Deposit stored) {
        return stored == null || stored.state() == DepositState.DUE
                ? Optional.ofNullable(snapshot.depositOpenings().get(terminal.id()))
                : Optional.empty();
    }

    private DepositTerms terms(Terminal terminal) {
        return DepositTerms.of(terminal, policy(snapshot, terminal.depositPolicy(), terminal.activatedOn()));
    }
}
