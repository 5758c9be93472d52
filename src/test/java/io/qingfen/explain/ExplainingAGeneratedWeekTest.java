package io.qingfen.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.explain.Told.Node;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.money.Money;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A week of two hundred shops with every kind of fault: a thousand payouts, each down to its transactions. */
class ExplainingAGeneratedWeekTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int DATES = 7;
    private static final int PAYOUTS = 1_000;
    private static final Set<String> CLEARED = Set.of("SALES", "VOIDS", "REFUNDS");

    @TempDir
    Path home;

    @Test
    void linesAreTheSumsOfTheirTransactions() {
        for (int day = 0; day < DATES; day++) {
            Generation.write(GenerationOptions.of(home, FIRST.plusDays(day), 200, 1_200, 5));
        }
        try (ExplainedHome week = ExplainedHome.open(home, TestDatabase.H2)) {
            for (int day = 0; day < DATES; day++) {
                week.play(FIRST.plusDays(day));
            }
            List<String> payouts = new ArrayList<>(week.ids("select payout_id from payout order by payout_id"));
            Collections.shuffle(payouts, new Random(7));
            List<String> chosen = payouts.subList(0, Math.min(PAYOUTS, payouts.size()));
            chosen.stream().sorted().forEach(id -> requireSums(Told.of(week.explainer(), id)));
            assertThat(chosen).hasSize(PAYOUTS);
        }
    }

    private static void requireSums(Node payout) {
        Told.requireSound(payout);
        long lines = sum(payout.of("line").stream().map(Node::amount).toList());
        assertThat(lines).as(payout.item().name()).isEqualTo(payout.amount().minor());
        long cleared = 0;
        long net = 0;
        for (Node line : payout.of("line")) {
            if (CLEARED.contains(line.item().name())) {
                List<Node> transactions = line.of("transaction");
                assertThat(transactions).hasSize((int) line.item().count().orElseThrow());
                assertThat(sum(transactions.stream().map(Node::amount).toList()))
                        .as("%s of %s", line.item().name(), payout.item().name())
                        .isEqualTo(line.amount().minor());
                net += sum(transactions.stream()
                        .map(ExplainingAGeneratedWeekTest::net)
                        .toList());
                cleared += line.amount().minor();
            }
            cleared +=
                    line.item().name().equals("MERCHANT_FEES") ? line.amount().minor() : 0;
        }
        assertThat(net).as(payout.item().name()).isEqualTo(cleared);
    }

    private static Money net(Node transaction) {
        return transaction.item().facts().stream()
                .filter(fact -> fact.name().equals("net"))
                .map(fact -> (Money) fact.value())
                .findFirst()
                .orElseThrow();
    }

    private static long sum(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::minor).sum();
    }
}
