package io.qingfen.cli;

import io.qingfen.ledger.Move;
import io.qingfen.money.Amounts;
import io.qingfen.review.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a decision does to the books, in words and as JSON. */
final class EffectText {
    private static final String ROW = "    %-10s %-52s %14s %14s";

    private EffectText() {}

    static List<String> of(Effect effect) {
        if (effect.moves().isEmpty()) {
            return List.of("    no money moves");
        }
        List<String> lines = new ArrayList<>();
        forMerchants(effect).forEach((line, text) -> lines.add("    position   " + line + " " + text));
        lines.add(String.format(ROW, "entry", "account", "debit", "credit"));
        for (Move move : effect.moves()) {
            String amount = Words.amount(move.amountMinor(), move.currency().code());
            String step = move.key().substring(move.key().lastIndexOf('|') + 1);
            lines.add(String.format(ROW, step, move.debitAccount(), amount, "").stripTrailing());
            lines.add(String.format(ROW, "", move.creditAccount(), "", amount));
        }
        return lines;
    }

    /** {@code ADJUSTMENTS} to {@code +127.23 CNY}. */
    private static Map<String, String> forMerchants(Effect effect) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String line : List.of("SALES", "MERCHANT_FEES", "ADJUSTMENTS", "CREDITS_WITHHELD")) {
            effect.onLine(line)
                    .forEach((currency, minor) -> lines.merge(
                            line,
                            (minor < 0 ? "" : "+") + Words.money(minor, currency),
                            (one, other) -> one + ", " + other));
        }
        return lines;
    }

    static List<Map<String, Object>> json(Effect effect) {
        return effect.moves().stream().map(EffectText::json).toList();
    }

    private static Map<String, Object> json(Move move) {
        return Json.object(
                "key", move.key(),
                "merchantId", move.merchantId(),
                "line", move.line(),
                "debit", move.debitAccount(),
                "credit", move.creditAccount(),
                "amount", Amounts.format(move.amountMinor(), move.currency()),
                "currency", move.currency().code());
    }
}
