package io.qingfen.explain;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.matching.MatchStatus;
import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.money.Money;
import io.qingfen.reference.Conditions;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Snapshot;
import io.qingfen.settlement.Decision;
import io.qingfen.settlement.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules in words: why this day, why this decision, why this pair, when this rule. */
final class Phrases {
    private Phrases() {}

    static String matchedBy(String key) {
        return switch (key) {
            case "K1" -> "same terminal and reference number (rrn), and type where one fits";
            case "LK" -> "two records that people linked by a decision";
            case "K2" -> "no rrn in the slip: same terminal, batch, trace number and type";
            case "K3" ->
                "no rrn in the slip: same terminal, card, amount, type and approval code within 15 minutes, and no"
                        + " other candidate on either side";
            case "" -> "alone: no counterpart";
            default -> key;
        };
    }

    /** @param holds why the merchant is held besides its reference data */
    static String decision(Decision decision, Money net, Merchant merchant, List<String> holds) {
        return switch (decision) {
            case NEGATIVE -> "the net is below zero: the merchant owes, recovered from later positions";
            case HOLD -> "held: " + String.join("; ", held(merchant, holds));
            case ZERO -> "nothing to pay";
            case BELOW_MINIMUM -> "less than the minimum payout" + minimum(merchant) + ": carried forward";
            case PAYOUT ->
                "paid: above zero, merchant ACTIVE, no payout hold"
                        + (merchant != null && net.currency().equals(merchant.currency())
                                ? ", not under the minimum" + minimum(merchant)
                                : "");
        };
    }

    private static List<String> held(Merchant merchant, List<String> holds) {
        List<String> reasons = new ArrayList<>();
        if (merchant == null) {
            reasons.add("the merchant is not in the reference data");
        } else {
            if (merchant.status() != Merchant.Status.ACTIVE) {
                reasons.add("the merchant is " + merchant.status());
            }
            if (merchant.payoutHold()) {
                reasons.add("payout_hold is set for the merchant");
            }
        }
        reasons.addAll(holds);
        return reasons;
    }

    private static String minimum(Merchant merchant) {
        return merchant == null ? "" : " of " + new Money(merchant.minPayoutMinor(), merchant.currency());
    }

    /** For example {@code T1: the next working day after Fri 2026-02-13; 2026-02-14 Sat is a make-up working day}. */
    static String valueDate(LocalDate date, LocalDate valueDate, Snapshot reference, String merchantId) {
        Merchant merchant = reference.merchant(merchantId);
        if (merchant == null) {
            return "";
        }
        return switch (merchant.cycle()) {
            case D0 -> "D0: the business date itself, " + day(date);
            case D1 -> "D1: the next calendar day after " + day(date);
            case T1 -> "T1: the next working day after " + day(date) + off(date, valueDate, reference.calendar());
        };
    }

    private static String off(LocalDate date, LocalDate valueDate, BusinessCalendar calendar) {
        List<String> remarks = new ArrayList<>();
        List<String> skipped =
                date.plusDays(1).datesUntil(valueDate).map(Phrases::day).toList();
        if (!skipped.isEmpty()) {
            remarks.add("off: " + String.join(", ", skipped));
        }
        if (calendar.work().contains(valueDate)) {
            remarks.add(day(valueDate) + " is a make-up working day");
        }
        return remarks.stream().map(remark -> "; " + remark).collect(Collectors.joining());
    }

    static String day(LocalDate date) {
        String name = date.getDayOfWeek().name();
        return name.charAt(0) + name.substring(1, 3).toLowerCase(Locale.ROOT) + " " + date;
    }

    /** @param currency of the amounts in the rule: the merchant's own */
    static String conditions(Conditions when, Currency currency) {
        List<String> parts = new ArrayList<>();
        add(parts, "channel", when.channels());
        add(parts, "cardType", when.cardTypes());
        add(parts, "cardOrigin", when.cardOrigins());
        add(parts, "txnType", when.txnTypes());
        add(parts, "mcc", when.mccs());
        add(parts, "merchantClass", when.merchantClasses());
        add(parts, "entryMode", when.entryModes());
        when.minAmountMinor().ifPresent(minor -> parts.add("minAmount " + Amounts.format(minor, currency)));
        when.maxAmountMinor().ifPresent(minor -> parts.add("maxAmount " + Amounts.format(minor, currency)));
        return parts.isEmpty() ? "always" : String.join("; ", parts);
    }

    private static void add(List<String> parts, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            parts.add(
                    name + " " + values.stream().map(Object::toString).sorted().collect(Collectors.joining(" or ")));
        }
    }

    static String line(Line line) {
        return switch (line) {
            case SALES -> "cleared sales, offline sales and completions";
            case VOIDS -> "cleared voids";
            case REFUNDS -> "cleared refunds";
            case MERCHANT_FEES -> "fees of the cleared transactions, by rule; voids and refunds give back";
            case INSTANT_FEE -> "surcharge for payout on the same day";
            case DEPOSIT_WITHHELD -> "terminal deposits taken from the settlement";
            case DEPOSIT_REFUND -> "terminal deposits given back";
            case CHARGEBACKS -> "money that schemes took back";
            case CHARGEBACK_REVERSALS -> "money that schemes gave back";
            case ADJUSTMENTS -> "decisions of people on cases and on fees";
            case RESERVE_WITHHELD -> "reserve held back";
            case RESERVE_RELEASED -> "reserve released";
            case PAYOUT_RETURNED -> "payouts that did not arrive";
            case CREDITS_WITHHELD -> "credits promised to cardholders, kept until they clear or are decided";
            case BROUGHT_FORWARD -> "what the date before did not pay";
        };
    }

    /** The verdict of a transaction's row. */
    static String verdict(String matchStatus) {
        MatchStatus status = MatchStatus.valueOf(matchStatus);
        return switch (status) {
            case MATCHED -> "slip and authorization agree: cleared and priced";
            case ORPHAN_CAPTURE -> "slip without authorization; not paid until one comes";
            case ORPHAN_AUTHORIZATION -> "approved without slip; not paid until the terminal's batch comes";
            default -> status.isHeld() ? "held until it is resolved or decided" : "not settled";
        };
    }
}
