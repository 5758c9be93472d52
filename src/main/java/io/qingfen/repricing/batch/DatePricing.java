package io.qingfen.repricing.batch;

import io.qingfen.reference.FeePlan.RefundFee;
import io.qingfen.reference.FeePlanFiles;
import io.qingfen.reference.OtherPlans;
import io.qingfen.reference.References;
import io.qingfen.reference.Snapshot;
import io.qingfen.repricing.CardOrigins;
import io.qingfen.repricing.Credit;
import io.qingfen.repricing.DayComparison;
import io.qingfen.repricing.OtherPrices;
import io.qingfen.repricing.RefundsOfAnOriginal;
import io.qingfen.repricing.Repriced;
import io.qingfen.repricing.Repriced.Kept;
import io.qingfen.repricing.jdbc.ClearedRows;
import io.qingfen.repricing.jdbc.ClearedRows.Refunded;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** One business date under other plans: its sales, then its voids and refunds by the date of their originals. */
final class DatePricing {
    private final References references;
    private final FeePlanFiles files;
    private final ClearedRows rows;
    private final CardOrigins origins;
    private OtherPlans plans;
    private OtherPrices today;
    /** Of the date of the original that was met last; originals come in the order of their dates. */
    private Optional<OtherPrices> earlier = Optional.empty();

    private LocalDate earlierDate;
    /** Of the original that was met last; refunds of one come together, in the order in which they cleared. */
    private RefundsOfAnOriginal refunds;

    private String refundsOf = "";

    DatePricing(References references, FeePlanFiles files, ClearedRows rows, CardOrigins origins) {
        this.references = references;
        this.files = files;
        this.rows = rows;
        this.origins = origins;
    }

    DayComparison of(LocalDate date, Path feePlans) {
        Snapshot frozen = references.of(date);
        plans = files.read(feePlans, frozen.settings().currency());
        today = prices(frozen);
        DayComparison day = new DayComparison(date);
        rows.sales(date, sale -> day.add(sale, today.of(sale)));
        rows.credits(date, credit -> day.add(credit, of(credit)));
        earlier.ifPresent(prices -> requirePriced(prices.refusals()));
        requirePriced(today.refusals());
        rows.positions(
                date,
                (merchantId, currency, lines, held) ->
                        day.addInstantFee(merchantId, currency, lines, held, today.reference()));
        return day;
    }

    private OtherPrices prices(Snapshot frozen) {
        return new OtherPrices(frozen, plans, rows.salesOfMonthBefore(frozen.businessDate()), origins);
    }

    private static void requirePriced(SortedSet<String> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, List.copyOf(refusals));
        }
    }

    private Repriced of(Credit credit) {
        Optional<OtherPrices> then = pricesOn(credit.originalDate(), credit.date());
        if (credit.original().isEmpty() || then.isEmpty()) {
            return asBooked(credit, Kept.ORIGINAL_GONE);
        }
        Repriced original = then.get().of(credit.original().get());
        if (original.kept().isPresent()) {
            return asBooked(credit, original.kept().get());
        }
        long back = credit.isRefund() ? refund(credit, original) : original.feeMinor();
        return new Repriced(-back, original.rule(), Optional.empty());
    }

    private static Repriced asBooked(Credit credit, Kept why) {
        return new Repriced(credit.feeMinor(), why.name(), Optional.of(why));
    }

    /** Empty when the reference data of that date are gone. */
    private Optional<OtherPrices> pricesOn(LocalDate date, LocalDate own) {
        if (own.equals(date)) {
            return Optional.of(today);
        }
        if (!date.equals(earlierDate)) {
            earlier.ifPresent(prices -> requirePriced(prices.refusals()));
            earlier = rows.isFrozen(date) ? Optional.of(prices(references.of(date))) : Optional.empty();
            earlierDate = date;
        }
        return earlier;
    }

    private long refund(Credit refund, Repriced original) {
        String key = refund.originalDate() + "|" + refund.originalId();
        if (!key.equals(refundsOf)) {
            refunds = new RefundsOfAnOriginal(refund.original().orElseThrow().amountMinor(), original.feeMinor());
            for (Refunded before : rows.refundsBefore(refund)) {
                refunds.next(before.amountMinor(), refundFee(before.date(), refund));
            }
            refundsOf = key;
        }
        return refunds.next(refund.amountMinor(), today.refundFee(refund.merchantId()));
    }

    private RefundFee refundFee(LocalDate date, Credit refund) {
        if (!plans.mixRefundFees() || !rows.isFrozen(date)) {
            return today.refundFee(refund.merchantId());
        }
        return prices(references.of(date)).refundFee(refund.merchantId());
    }
}
