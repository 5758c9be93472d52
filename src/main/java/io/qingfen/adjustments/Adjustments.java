package io.qingfen.adjustments;

import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.DayComparison;
import io.qingfen.run.Actor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What people do with adjustments. Each act is one transaction and one audit record. Nothing is booked by day; the next
 * night books what is approved.
 */
public interface Adjustments {
    /** @param merchants only these; empty: every merchant with a difference */
    record Request(LocalDate from, LocalDate to, Path feePlans, Set<String> merchants, String reason) {}

    /** An adjustment and the fees that it changes, in order of merchant, currency and kind. */
    record Described(Adjustment adjustment, List<AdjustedFees> fees) {}

    record Proposed(Comparison comparison, Described proposal) {}

    /** @param lines by date and rule, in order */
    record Shown(Described described, List<AdjustmentLine> lines) {}

    /**
     * Compares and proposes the differences.
     *
     * @param each is handed every date when it is priced
     * @throws io.qingfen.run.Refusal as {@link io.qingfen.repricing.WhatIf} does; with exit 3 when there is nothing to
     *     adjust, or fees among them are adjusted already
     */
    Proposed propose(Actor maker, Request request, Consumer<DayComparison> each);

    /**
     * Reckons everything again, and lets the next night book it when not one figure differs from what was proposed.
     *
     * @throws io.qingfen.run.Refusal with exit 2 when there is none of that id; with exit 3 when its maker approves it,
     *     it is not PROPOSED, or a figure is another now
     */
    Described approve(Actor checker, String id);

    /** By another person than its maker; only while it is PROPOSED. Refuses like {@link #approve}. */
    Described reject(Actor checker, String id, String reason);

    /** While PROPOSED by its maker, while APPROVED by anybody: nothing of it is booked. Refuses like {@link #approve}. */
    Described withdraw(Actor actor, String id, String reason);

    /** In the order in which they were proposed. */
    List<Described> list(boolean withThoseThatAreOver);

    /** @throws io.qingfen.run.Refusal with exit 2 when there is none of that id */
    Shown show(String id);
}
