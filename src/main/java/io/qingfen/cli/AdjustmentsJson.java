package io.qingfen.cli;

import io.qingfen.adjustments.AdjustedFees;
import io.qingfen.adjustments.Adjustment;
import io.qingfen.adjustments.AdjustmentLine;
import io.qingfen.adjustments.Adjustments.Described;
import io.qingfen.adjustments.Adjustments.Shown;
import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.repricing.Sum;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adjustments for machines. */
final class AdjustmentsJson {
    private AdjustmentsJson() {}

    static Map<String, Object> of(Described described) {
        Adjustment adjustment = described.adjustment();
        Map<String, Object> json = Json.object(
                "id", adjustment.id(),
                "state", adjustment.state().name(),
                "from", adjustment.basis().from().toString(),
                "to", adjustment.basis().to().toString(),
                "feePlans", adjustment.basis().planName(),
                "feePlansSha256", adjustment.basis().planSha256(),
                "digest", adjustment.digest(),
                "onlyMerchants", List.copyOf(adjustment.basis().merchants()),
                "reason", adjustment.reason(),
                "maker", adjustment.maker(),
                "proposedAt", time(adjustment.proposedAt()),
                "checker", adjustment.checker(),
                "approvedAt", time(adjustment.approvedAt()),
                "endedBy", adjustment.endedBy(),
                "endedAt", time(adjustment.endedAt()),
                "endReason", adjustment.endReason(),
                "bookedOn",
                        adjustment.businessDate() == null
                                ? null
                                : adjustment.businessDate().toString());
        List<Object> totals = new ArrayList<>();
        AdjustmentsText.byCurrency(described)
                .forEach((code, minor) -> totals.add(
                        Json.object("toMerchants", Amounts.format(minor, Currency.of(code)), "currency", code)));
        json.put("totals", totals);
        json.put("merchants", described.fees().stream().map(AdjustmentsJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(AdjustedFees fees) {
        return Json.object(
                "merchant", fees.merchantId(),
                "line", fees.fees().name(),
                "toMerchant", Amounts.format(fees.signedMinor(), fees.currency()),
                "currency", fees.currency().code());
    }

    static Map<String, Object> of(Shown shown) {
        Map<String, Object> json = of(shown.described());
        json.put("lines", shown.lines().stream().map(AdjustmentsJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(AdjustmentLine line) {
        Currency currency = Currency.of(line.change().currency());
        Sum sum = line.sum();
        return Json.object(
                "date", line.date().toString(),
                "merchant", line.merchantId(),
                "line", line.change().line().name(),
                "oldRule", line.change().oldRule(),
                "newRule", line.change().newRule(),
                "items", sum.items(),
                "amount", Amounts.format(sum.amountMinor(), currency),
                "charged", Amounts.format(sum.chargedMinor(), currency),
                "other", Amounts.format(sum.otherMinor(), currency),
                "toMerchant", Amounts.format(Math.negateExact(sum.differenceMinor()), currency),
                "currency", currency.code());
    }

    private static String time(OffsetDateTime at) {
        return at == null ? null : at.toInstant().toString();
    }
}
