package io.qingfen.reference.batch;

import static io.qingfen.reference.TestHome.THU_2026_02_12;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Rate;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Conditions;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.DepositPolicy.Collect;
import io.qingfen.reference.DepositPolicy.Kind;
import io.qingfen.reference.DepositPolicy.Monthly;
import io.qingfen.reference.DepositPolicy.OnExpiry;
import io.qingfen.reference.DepositPolicy.OnReturn;
import io.qingfen.reference.DepositPolicy.Stage;
import io.qingfen.reference.DepositPolicy.Window;
import io.qingfen.reference.FeePlan;
import io.qingfen.reference.FeePlan.RefundFee;
import io.qingfen.reference.FeePlan.Tier;
import io.qingfen.reference.FeeRule;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingPlansAndPoliciesTest {
    private static final String MERCHANTS = "reference/merchants.csv";
    private static final String PLANS = "reference/fee-plans.yml";
    private static final String POLICIES = "reference/deposit-policies.yml";
    private static final Path SMALL = Path.of("sample-files/reference-problems/sound");

    @TempDir
    private Path directory;

    private TestHome home;

    @BeforeEach
    void copySoundFiles() {
        home = TestHome.fiveDays(directory.resolve("home"));
    }

    @Test
    void choosesThePlanVersionOfTheDate() {
        Snapshot snapshot = read();

        assertThat(rule(snapshot, LocalDate.of(2026, 2, 13))).isEqualTo("all-old");
        assertThat(rule(snapshot, LocalDate.of(2026, 2, 14))).isEqualTo("all-new");
        assertThat(snapshot.plan("KEEPER", LocalDate.of(2024, 12, 31))).isEmpty();
        assertThat(snapshot.plan("NONE", LocalDate.of(2026, 2, 13))).isEmpty();
    }

    @Test
    void readsEveryPartOfAPlan() {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.write(PLANS, """
                plans:
                  - id: PLAIN
                    effectiveFrom: 2026-01-01
                    refundFee: KEEP
                    instant: {rate: 0.02%, fixed: 3.00}
                    tiers:
                      - {upTo: 100000.00, rules: small}
                      - {rules: large}
                    rules:
                      small:
                        - id: contactless
                          when:
                            channel: [UNIONPAY, VISA]
                            cardType: [DEBIT]
                            mcc: ["5812", 5411]
                            entryMode: ["07", 91]
                            minAmount: 0.01
                            maxAmount: "1000.00"
                          rate: "0.38%"
                          fixed: 0.10
                          min: 0.01
                          cap: 20.00
                      large:
                        - {id: all, rate: 0.3333%}
                """);

        FeePlan plan = read().plan("PLAIN", LocalDate.of(2026, 2, 12)).orElseThrow();

        assertThat(plan.effectiveFrom()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(plan.refundFee()).isEqualTo(RefundFee.KEEP);
        assertThat(plan.instant()).contains(new FeePlan.Instant(new Rate(200), 300));
        assertThat(plan.tiers()).containsExactly(new Tier(10_000_000, "small"), new Tier(Long.MAX_VALUE, "large"));
        assertThat(plan.rules().get("large")).containsExactly(rateOnly("all", 3_333));
        assertThat(plan.rules().get("small"))
                .containsExactly(new FeeRule(
                        "contactless",
                        new Conditions(
                                Set.of(Channel.UNIONPAY, Channel.VISA),
                                Set.of(CardType.DEBIT),
                                Set.of(),
                                Set.of(),
                                Set.of("5812", "5411"),
                                Set.of(),
                                List.of("07", "91"),
                                OptionalLong.of(1),
                                OptionalLong.of(100_000)),
                        new Rate(3_800),
                        10,
                        OptionalLong.of(1),
                        OptionalLong.of(2_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20.10", "\"20.10\"", "'20.10'", "!!str 20.10"})
    void readsNumbersAndQuotedNumbersAlike(String amount) {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.edit(PLANS, "rate: 0.60%", "rate: 0.60%, cap: " + amount);

        FeePlan plan = read().plan("PLAIN", THU_2026_02_12).orElseThrow();

        assertThat(plan.rules().get(FeePlan.ONLY_LIST).get(0).capMinor()).hasValue(2_010);
    }

    @Test
    void readsAmountsThatAFloatingPointNumberCannotHold() {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.edit(PLANS, "rate: 0.60%", "rate: 0.60%, cap: 90071992547409.93");

        FeePlan plan = read().plan("PLAIN", THU_2026_02_12).orElseThrow();

        assertThat(plan.rules().get(FeePlan.ONLY_LIST).get(0).capMinor()).hasValue(9_007_199_254_740_993L);
    }

    @Test
    void readsAmountsInTheCurrencyThatAPlanOrPolicyNames() {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.edit(MERCHANTS, "CNY,Wang,6222020000000000001,102100099996,ICBC,0.00", "JPY,Wang,1,BOTKJPJT,,0");
        home.edit(PLANS, "refundFee: PROPORTIONAL", "currency: JPY\n    refundFee: KEEP");
        home.edit(PLANS, "rate: 0.60%", "rate: 0.60%, cap: 2000");
        home.edit(POLICIES, "amount: 299.00", "amount: 5000\n    currency: JPY");
        home.edit(POLICIES, "threshold: 50000.00, refund: 299.00", "threshold: 900000, refund: 5000");

        Snapshot snapshot = read();

        FeePlan plan = snapshot.plan("PLAIN", THU_2026_02_12).orElseThrow();
        assertThat(plan.rules().get(FeePlan.ONLY_LIST).get(0).capMinor()).hasValue(2_000);
        assertThat(snapshot.policies().get(0).stages()).containsExactly(new Stage(900_000, 5_000));
    }

    @Test
    void lendsPartsOfAPlanByAliases() {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.write(
                PLANS,
                "plans:\n  - {id: PLAIN, refundFee: KEEP, rules: &rules [{id: all, rate: 0.60%}]}\n"
                        + "  - {id: PLAIN, effectiveFrom: 2030-01-01, refundFee: PROPORTIONAL, rules: *rules}\n");

        assertThat(read().plans())
                .hasSize(2)
                .allSatisfy(plan ->
                        assertThat(plan.rules().get(FeePlan.ONLY_LIST)).containsExactly(rateOnly("all", 6_000)));
    }

    @Test
    void readsEveryPartOfAPolicy() {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.write(POLICIES, """
                policies:
                  - id: KEYPAD-299
                    kind: REFUNDABLE
                    amount: 299.00
                    collect: FROM_SETTLEMENT
                    window: {months: 3}
                    counts: {channel: [UNIONPAY], cardType: [DEBIT, CREDIT]}
                    measure: CUMULATIVE
                    stages:
                      - {threshold: 50000.00, refund: 100.00}
                      - {threshold: 150000.00, refund: 199.00}
                    onExpiry: CONVERT_TO_PRICE
                    onReturn: {refund: true, withinDays: 7}
                  - id: MONTHLY
                    kind: ACTIVATION
                    amount: 100.00
                    window: {days: 400}
                    measure: {monthly: 10000.00, months: 10}
                  - {id: TOUCH-598, kind: PURCHASE, amount: 598.00}
                """);

        List<DepositPolicy> policies = read().policies();

        assertThat(policies.get(0))
                .usingRecursiveComparison()
                .ignoringFields("effectiveFrom")
                .isEqualTo(new DepositPolicy(
                        "KEYPAD-299",
                        LocalDate.EPOCH,
                        Kind.REFUNDABLE,
                        29_900,
                        Collect.FROM_SETTLEMENT,
                        java.util.Optional.of(new Window(3, 0)),
                        Set.of(Channel.UNIONPAY),
                        Set.of(CardType.DEBIT, CardType.CREDIT),
                        java.util.Optional.empty(),
                        List.of(new Stage(5_000_000, 10_000), new Stage(15_000_000, 19_900)),
                        OnExpiry.CONVERT_TO_PRICE,
                        java.util.Optional.of(new OnReturn(true, 7))));
        assertThat(policies.get(1).monthly()).contains(new Monthly(1_000_000, 10));
        assertThat(policies.get(1).onExpiry()).isEqualTo(OnExpiry.KEEP);
        assertThat(policies.get(2).collect()).isEqualTo(Collect.PREPAID);
    }

    private Snapshot read() {
        try {
            Reading reading = ReferenceReader.read(ReferenceFiles.of(home.root()), THU_2026_02_12, "");
            assertThat(reading.report().problems()).isEmpty();
            return reading.snapshot().orElseThrow();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static FeeRule rateOnly(String id, int partsPerMillion) {
        return new FeeRule(
                id, Conditions.NONE, new Rate(partsPerMillion), 0, OptionalLong.empty(), OptionalLong.empty());
    }

    private static String rule(Snapshot snapshot, LocalDate date) {
        FeePlan plan = snapshot.plan("KEEPER", date).orElseThrow();
        return plan.rules().get(FeePlan.ONLY_LIST).get(0).id();
    }
}
