package io.qingfen.bench;

import io.qingfen.bench.Rule.Priced;
import java.util.List;
import java.util.stream.Collectors;

/** What generated merchants pay and what the acquirer pays, as rules of their own for the contenders. */
enum Tariff {
    FEE(
            Rule.of(
                    "fee_plan = 'STANDARD' and channel = 'UNIONPAY' and card_type = 'DEBIT' and amount <= 100000"
                            + " and entry_mode like '07%'",
                    row -> row.plan().equals("STANDARD")
                            && row.channel().equals("UNIONPAY")
                            && row.cardType().equals("DEBIT")
                            && row.amount() <= 100_000
                            && row.entryMode().startsWith("07"),
                    3_800),
            Rule.of(
                            "fee_plan = 'STANDARD' and channel = 'UNIONPAY' and card_type = 'DEBIT'",
                            row -> row.plan().equals("STANDARD")
                                    && row.channel().equals("UNIONPAY")
                                    && row.cardType().equals("DEBIT"),
                            5_000)
                    .atMost(2_000),
            Rule.of(
                    "fee_plan = 'STANDARD' and channel = 'UNIONPAY' and card_type in ('CREDIT', 'SEMI_CREDIT', 'PREPAID')",
                    row -> row.plan().equals("STANDARD")
                            && row.channel().equals("UNIONPAY")
                            && List.of("CREDIT", "SEMI_CREDIT", "PREPAID").contains(row.cardType()),
                    6_000),
            Rule.of(
                            "fee_plan = 'STANDARD' and card_type = 'WALLET'",
                            row -> row.plan().equals("STANDARD")
                                    && row.cardType().equals("WALLET"),
                            3_800)
                    .atLeast(1),
            Rule.of(
                            "fee_plan = 'STANDARD' and card_origin = 'FOREIGN'",
                            row -> row.plan().equals("STANDARD")
                                    && row.cardOrigin().equals("FOREIGN"),
                            25_000)
                    .fixed(100),
            Rule.of(
                    "fee_plan = 'TIERED' and card_origin = 'FOREIGN'",
                    row -> row.plan().equals("TIERED") && row.cardOrigin().equals("FOREIGN"),
                    28_000),
            Rule.of(
                            "fee_plan = 'TIERED' and card_type = 'DEBIT'",
                            row -> row.plan().equals("TIERED") && row.cardType().equals("DEBIT"),
                            5_500)
                    .atMost(2_200),
            Rule.of(
                            "fee_plan = 'TIERED' and card_type = 'WALLET'",
                            row -> row.plan().equals("TIERED") && row.cardType().equals("WALLET"),
                            4_000)
                    .atLeast(1),
            Rule.of("fee_plan = 'TIERED'", row -> row.plan().equals("TIERED"), 6_500),
            Rule.of("fee_plan = 'KEEPER'", row -> row.plan().equals("KEEPER"), 7_801)
                    .atLeast(10)
                    .atMost(8_000),
            Rule.of("fee_plan = 'PUBLIC'", row -> row.plan().equals("PUBLIC"), 0)),

    ISSUER_COST(
            Rule.of("merchant_class = 'EXEMPT'", row -> row.merchantClass().equals("EXEMPT"), 0),
            Rule.of("card_origin = 'FOREIGN'", row -> row.cardOrigin().equals("FOREIGN"), 16_000),
            Rule.of("card_type = 'WALLET'", row -> row.cardType().equals("WALLET"), 2_000),
            Rule.of(
                            "merchant_class = 'DISCOUNT' and card_type = 'DEBIT'",
                            row -> row.merchantClass().equals("DISCOUNT")
                                    && row.cardType().equals("DEBIT"),
                            2_730)
                    .atMost(1_014),
            Rule.of("merchant_class = 'DISCOUNT'", row -> row.merchantClass().equals("DISCOUNT"), 3_510),
            Rule.of("card_type = 'DEBIT'", row -> row.cardType().equals("DEBIT"), 3_500)
                    .atMost(1_300),
            Rule.of("true", row -> true, 4_500)),

    NETWORK_COST(
            Rule.of("merchant_class = 'EXEMPT'", row -> row.merchantClass().equals("EXEMPT"), 0),
            Rule.of(
                            "channel in ('UNIONPAY', 'UNIONPAY_QR')",
                            row -> row.channel().equals("UNIONPAY")
                                    || row.channel().equals("UNIONPAY_QR"),
                            325)
                    .atMost(325),
            Rule.of("true", row -> true, 0));

    private final List<Rule> rules;

    Tariff(Rule... rules) {
        this.rules = List.of(rules);
    }

    /** In minor units. */
    long price(Priced row) {
        for (Rule rule : rules) {
            if (rule.match().holds(row)) {
                return rule.price(row.amount());
            }
        }
        throw new IllegalStateException("no rule of " + this + " for " + row);
    }

    /** An expression over the columns that {@link Rule} names. */
    String sql(String divide) {
        return rules.stream()
                .map(rule -> rule.sql(divide))
                .collect(Collectors.joining("\n    ", "case\n    ", "\n  end"));
    }
}
