package io.qingfen.reports;

import io.qingfen.money.Amounts;
import java.util.ArrayList;
import java.util.List;

/** A statement in words, ready to be drawn: heading, facts, table. */
public final class StatementPage {
    private final Statement statement;
    private final String acquirer;
    private final Words words;

    public StatementPage(Statement statement, String acquirer, Words words) {
        this.statement = statement;
        this.acquirer = acquirer;
        this.words = words;
    }

    public String title() {
        return words.of("statement.title");
    }

    /** Label and value, in their order. */
    public List<List<String>> facts() {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(words.of("statement.from"), acquirer));
        facts.add(List.of(words.of("statement.merchant"), statement.merchantName() + "  " + statement.merchantId()));
        facts.add(List.of(words.of("of"), statement.businessDate().toString()));
        facts.add(List.of(words.of("statement.currency"), statement.currency().code()));
        if (statement.payout() != null) {
            facts.add(List.of(words.of("statement.payout"), statement.payout().id()));
            facts.add(List.of(
                    words.of("statement.valueDate"),
                    statement.payout().valueDate().toString()));
            facts.add(List.of(words.of("statement.account"), statement.payout().accountMasked()));
        }
        return facts;
    }

    public List<String> columns() {
        return List.of(
                words.of("statement.item"),
                words.of("statement.detail"),
                words.of("statement.count"),
                words.of("statement.amount"),
                words.of("statement.balance"));
    }

    /** Rows of the table; the last say what is paid and what stays. */
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        long balance = 0;
        for (Statement.Line line : statement.lines()) {
            balance = Math.addExact(balance, line.minor());
            rows.add(List.of(
                    words.of("statement.line.", line.name()),
                    words.told().of(line.detail()),
                    line.count() == 0 ? "" : Long.toString(line.count()),
                    amount(line.minor()),
                    amount(balance)));
        }
        if (statement.payout() != null) {
            rows.add(paid(balance));
        }
        rows.add(List.of(
                words.of("statement.line.", "CLOSING_BALANCE"), "", "", "", amount(statement.carriedForwardMinor())));
        return rows;
    }

    private List<String> paid(long balance) {
        long paid = statement.payout().minor();
        return List.of(
                words.of("statement.line.", "PAYOUT"),
                statement.payout().id(),
                "",
                amount(Math.negateExact(paid)),
                amount(Math.subtractExact(balance, paid)));
    }

    private String amount(long minor) {
        return Amounts.format(minor, statement.currency());
    }
}
