package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.FeeChange;
import io.qingfen.repricing.MerchantLine;
import io.qingfen.repricing.Sum;
import io.qingfen.run.Exit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A comparison for machines. */
final class WhatIfJson {
    private WhatIfJson() {}

    static Map<String, Object> of(Comparison comparison, String feePlans) {
        Map<String, Object> result = Json.envelope("what-if", Exit.DONE.code(), List.of());
        result.put("from", comparison.from().toString());
        result.put("to", comparison.to().toString());
        result.put("feePlans", feePlans);
        List<Object> totals = new ArrayList<>();
        comparison.totals().forEach((change, sum) -> totals.add(line(change, sum)));
        result.put("totals", totals);
        List<Object> merchants = new ArrayList<>();
        comparison.merchants().forEach((merchant, sum) -> merchants.add(merchant(merchant, sum)));
        result.put("merchants", merchants);
        List<Object> rules = new ArrayList<>();
        comparison.changes().forEach((change, sum) -> rules.add(rule(change, sum)));
        result.put("rules", rules);
        Map<String, Object> kept = new LinkedHashMap<>();
        comparison.kept().forEach((why, count) -> kept.put(why.name(), count));
        result.put("asBooked", kept);
        return result;
    }

    private static Map<String, Object> merchant(MerchantLine merchant, Sum sum) {
        Map<String, Object> one = Json.object("merchant", merchant.merchantId());
        one.put("line", merchant.line().name());
        sum(one, merchant.currency(), sum);
        return one;
    }

    private static Map<String, Object> rule(FeeChange change, Sum sum) {
        Map<String, Object> one =
                Json.object("line", change.line().name(), "oldRule", change.oldRule(), "newRule", change.newRule());
        sum(one, change.currency(), sum);
        return one;
    }

    private static Map<String, Object> line(FeeChange change, Sum sum) {
        Map<String, Object> one = Json.object("line", change.line().name());
        sum(one, change.currency(), sum);
        return one;
    }

    private static void sum(Map<String, Object> one, String code, Sum sum) {
        Currency currency = Currency.of(code);
        one.put("items", sum.items());
        one.put("amount", Amounts.format(sum.amountMinor(), currency));
        one.put("charged", Amounts.format(sum.chargedMinor(), currency));
        one.put("other", Amounts.format(sum.otherMinor(), currency));
        one.put("difference", Amounts.format(sum.differenceMinor(), currency));
        one.put("currency", code);
    }
}
