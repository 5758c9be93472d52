package io.qingfen.explain;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.pricing.FeeArithmetic;
import io.qingfen.reference.FeeRule;
import io.qingfen.settlement.AgentShare;
import io.qingfen.settlement.ReserveHold;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Arithmetic written out, plain decimals, one step after the other, so that a person or a program can do it again:
 * {@code 4768.00 × 0.5% = 23.84; at most 20.00: 20; HALF_UP 20.00}.
 */
final class FeeText {
    /** Digits of a quotient that never ends; cut, and marked with {@code …}. */
    private static final MathContext SHOWN = new MathContext(12, RoundingMode.DOWN);

    private static final int PPM_DIGITS = 6;

    private FeeText() {}

    /** {@code rate × amount + fixed}, min, cap, HALF_UP, never above the amount: see docs/SPEC-pricing.md. */
    static String of(FeeRule rule, long amountMinor, Currency currency) {
        BigDecimal amount = decimal(amountMinor, currency);
        BigDecimal value = share(amount, rule.rate()).add(decimal(rule.fixedMinor(), currency));
        StringBuilder text = new StringBuilder(product(amount, rule.rate(), rule.fixedMinor(), currency))
                .append(" = ")
                .append(plain(value));
        if (rule.minMinor().isPresent()) {
            BigDecimal least = decimal(rule.minMinor().getAsLong(), currency);
            value = value.max(least);
            text.append("; at least ")
                    .append(least.toPlainString())
                    .append(": ")
                    .append(plain(value));
        }
        if (rule.capMinor().isPresent()) {
            BigDecimal most = decimal(rule.capMinor().getAsLong(), currency);
            value = value.min(most);
            text.append("; at most ").append(most.toPlainString()).append(": ").append(plain(value));
        }
        String fee = Amounts.format(FeeArithmetic.fee(rule, amountMinor), currency);
        return text.append(value.compareTo(amount) > 0 ? "; never above the amount: " : "; HALF_UP ")
                .append(fee)
                .toString();
    }

    /** The surcharge of cycle D0 on a base above 0. */
    static String ofInstant(Rate rate, long baseMinor, long fixedMinor, long feeMinor, Currency currency) {
        BigDecimal base = decimal(baseMinor, currency);
        BigDecimal value = share(base, rate).add(decimal(fixedMinor, currency));
        return product(base, rate, fixedMinor, currency) + " = " + plain(value) + "; HALF_UP "
                + Amounts.format(feeMinor, currency);
    }

    /** A reserve that is withheld of a base above 0. */
    static String ofReserve(ReserveHold hold) {
        return ofInstant(hold.rate(), hold.baseMinor(), 0, hold.withheldMinor(), hold.currency());
    }

    /** {@code (merchant fees − floor rate × volume) × ratio}. */
    static String ofShare(AgentShare share) {
        BigDecimal fees = decimal(share.merchantFeesMinor(), share.currency());
        BigDecimal volume = decimal(share.volumeMinor(), share.currency());
        BigDecimal value = share(fees.subtract(share(volume, share.floorRate())), share.ratio());
        return "(" + fees.toPlainString() + " − " + volume.toPlainString() + " × " + share.floorRate() + ") × "
                + share.ratio() + " = " + plain(value) + "; HALF_UP "
                + Amounts.format(share.shareMinor(), share.currency());
    }

    /** What a refund gives back of a fee or cost: {@code total × refunded so far / original}, less what went before. */
    static String ofGivenBack(
            long totalMinor,
            long refundedMinor,
            long originalMinor,
            long beforeMinor,
            long backMinor,
            Currency currency) {
        BigDecimal numerator = decimal(totalMinor, currency).multiply(decimal(refundedMinor, currency));
        BigDecimal original = decimal(originalMinor, currency);
        BigDecimal quotient = numerator.divide(original, SHOWN);
        boolean endless = quotient.multiply(original).compareTo(numerator) != 0;
        return decimal(totalMinor, currency).toPlainString() + " × "
                + decimal(refundedMinor, currency).toPlainString() + " / " + original.toPlainString() + " = "
                + plain(quotient) + (endless ? "…" : "") + "; HALF_UP "
                + Amounts.format(Math.addExact(backMinor, beforeMinor), currency) + "; less "
                + Amounts.format(beforeMinor, currency) + " given back before: " + Amounts.format(backMinor, currency);
    }

    private static String product(BigDecimal amount, Rate rate, long fixedMinor, Currency currency) {
        String fixed = fixedMinor == 0 ? "" : " + " + Amounts.format(fixedMinor, currency);
        return amount.toPlainString() + " × " + rate + fixed;
    }

    private static BigDecimal share(BigDecimal amount, Rate rate) {
        return amount.multiply(BigDecimal.valueOf(rate.partsPerMillion(), PPM_DIGITS));
    }

    private static BigDecimal decimal(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, currency.digits());
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
