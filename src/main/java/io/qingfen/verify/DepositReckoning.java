package io.qingfen.verify;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One night of one deposit, reckoned again from the day before, the cleared volume and the frozen policy. */
public final class DepositReckoning {
    private static final Set<String> FINAL = Set.of("REFUNDED", "FORFEITED", "CONVERTED", "RETURNED", "SOLD");
    private final PolicyFacts policy;
    private final LocalDate date;
    private final LocalDate windowEnd;
    private final List<Event> events = new ArrayList<>();
    private String state;
    private long collected;
    private long refunded;
    private long forfeited;
    private long counted;
    private long earned;

    /** What happened to the money; minor units above 0. */
    public record Event(String kind, long minor) {}

    /** @param state with which the date begins, like the amounts; minor units */
    public DepositReckoning(
            PolicyFacts policy,
            LocalDate date,
            LocalDate windowEnd,
            String state,
            long collected,
            long refunded,
            long forfeited,
            long counted) {
        this.policy = policy;
        this.date = date;
        this.windowEnd = windowEnd;
        this.state = state;
        this.collected = collected;
        this.refunded = refunded;
        this.forfeited = forfeited;
        this.counted = counted;
    }

    /** A deposit that begins without being told anything. */
    public static DepositReckoning begun(PolicyFacts policy, LocalDate date, LocalDate windowEnd) {
        DepositReckoning night = new DepositReckoning(policy, date, windowEnd, "DUE", 0, 0, 0, 0);
        if (policy.sale()) {
            night.state = "SOLD";
            night.add("SOLD", policy.amountMinor());
        } else if (!policy.fromSettlement()) {
            night.state = "HELD";
            night.collected = policy.amountMinor();
            night.add("PREPAID", policy.amountMinor());
        }
        return night;
    }

    /** A deposit that an opening record tells about. */
    public static DepositReckoning told(
            PolicyFacts policy, LocalDate date, LocalDate windowEnd, long collected, long refunded, long counted) {
        if (policy.sale()) {
            return new DepositReckoning(policy, date, windowEnd, "SOLD", 0, 0, 0, 0);
        }
        DepositReckoning night = new DepositReckoning(policy, date, windowEnd, "DUE", collected, refunded, 0, counted);
        night.state = collected == 0 ? "DUE" : refunded == 0 ? "HELD" : night.isWhole() ? "REFUNDED" : "PART_REFUNDED";
        night.add("OPENING", night.held());
        return night;
    }

    /**
     * @param earnedBefore refunds of the stages reached before today
     * @param mayReturn null unless the terminal is back; then whether it is known what it was
     */
    public void pass(long volume, long earnedBefore, long availableMinor, boolean historyComplete, Boolean mayReturn) {
        counted = Math.addExact(counted, volume);
        earned = Math.max(earnedBefore, policy.monthlyMinor() > 0 ? 0 : policy.earnedBy(counted));
        withhold(mayReturn == null ? availableMinor : 0);
        long due = Math.max(0, Math.min(earned - refunded, held()));
        if (due > 0) {
            refunded += due;
            state = isWhole() ? "REFUNDED" : "PART_REFUNDED";
            add("REFUNDED", due);
        }
        if (Boolean.TRUE.equals(mayReturn) && held() > 0) {
            add("RETURNED", held());
            refunded += held();
            state = "RETURNED";
        }
        if (isOver() && !policy.onExpiry().equals("KEEP") && historyComplete && held() > 0) {
            state = policy.onExpiry().equals("FORFEIT") ? "FORFEITED" : "CONVERTED";
            add(state, held());
            forfeited += held();
        }
    }

    private void withhold(long availableMinor) {
        boolean takes = policy.fromSettlement() && !isOver() && !FINAL.contains(state);
        long taken = takes ? Math.max(0, Math.min(policy.amountMinor() - collected, availableMinor)) : 0;
        if (taken > 0) {
            collected += taken;
            state = state.equals("PART_REFUNDED") ? state : "HELD";
            add("WITHHELD", taken);
        }
    }

    private boolean isOver() {
        return windowEnd != null && date.isAfter(windowEnd);
    }

    private boolean isWhole() {
        return held() == 0 && (!policy.fromSettlement() || collected >= policy.amountMinor());
    }

    private void add(String kind, long minor) {
        if (minor != 0) {
            events.add(new Event(kind, minor));
        }
    }

    public long held() {
        return collected - refunded - forfeited;
    }

    public String state() {
        return state;
    }

    public long collected() {
        return collected;
    }

    public long refunded() {
        return refunded;
    }

    public long forfeited() {
        return forfeited;
    }

    public long counted() {
        return counted;
    }

    public long earned() {
        return earned;
    }

    public List<Event> events() {
        return events;
    }

    /** Sum of the events of these kinds. */
    public long moved(String... kinds) {
        return events.stream()
                .filter(event -> List.of(kinds).contains(event.kind()))
                .mapToLong(Event::minor)
                .sum();
    }

    /** Volume at which the next refund is earned; null when none can be. */
    public Long nextThreshold() {
        if (FINAL.contains(state) || isOver()) {
            return null;
        }
        if (policy.monthlyMinor() > 0) {
            return earned == 0 ? policy.monthlyMinor() : null;
        }
        return policy.stages().stream()
                .map(PolicyFacts.Stage::thresholdMinor)
                .filter(threshold -> policy.earnedBy(threshold) > earned)
                .min(Long::compare)
                .orElse(null);
    }
}
