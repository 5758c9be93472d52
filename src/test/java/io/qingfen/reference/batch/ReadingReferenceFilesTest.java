package io.qingfen.reference.batch;

import static io.qingfen.reference.TestHome.THU_2026_02_12;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.BankFormat;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.Conditions;
import io.qingfen.reference.DepositOpening;
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
import io.qingfen.reference.Merchant;
import io.qingfen.reference.OpeningBalance;
import io.qingfen.reference.ReferenceCheck.Report;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingReferenceFilesTest {
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
    void findsNothingWrongWithSoundFiles() {
        Report report = new FolderCheck().check(home.root(), THU_2026_02_12);

        assertThat(report.isSound()).isTrue();
        assertThat(report.problems()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.counts())
                .containsExactly(
                        entry("merchants", 14),
                        entry("terminals", 27),
                        entry("fee plans", 2),
                        entry("cost components", 2),
                        entry("deposit policies", 4),
                        entry("response codes", 83),
                        entry("opening balances", 0),
                        entry("deposit openings", 3));
    }

    @Test
    void numbersMerchantsAndTerminalsInByteOrder() {
        home.write(MERCHANTS, reversed(home.read(MERCHANTS)));

        Snapshot snapshot = read();

        assertThat(snapshot.merchants()).extracting(Merchant::id).isSorted().startsWith("898310000000000");
        assertThat(snapshot.merchants()).extracting(Merchant::no).startsWith(0, 1, 2);
        assertThat(snapshot.terminals())
                .extracting(terminal -> terminal.merchant().id() + terminal.id())
                .isSorted();
        assertThat(snapshot.terminals()).extracting(Terminal::no).startsWith(0, 1, 2);
        assertThat(snapshot.terminals())
                .allSatisfy(terminal -> assertThat(terminal)
                        .isSameAs(snapshot.terminal(terminal.id()))
                        .satisfies(one -> assertThat(one.merchant())
                                .isSameAs(snapshot.merchant(one.merchant().id()))));
    }

    @Test
    void readsAMerchant() {
        assertThat(read().merchant("898310000000001"))
                .isEqualTo(new Merchant(
                        1,
                        "898310000000001",
                        "7011",
                        Merchant.Status.ACTIVE,
                        io.qingfen.reference.MerchantClass.DISCOUNT,
                        "STANDARD",
                        SettlementCycle.D1,
                        Currency.CNY,
                        50_000,
                        false,
                        ""));
    }

    @Test
    void takesTheSmallestPayoutInTheMerchantsOwnDigits() {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.edit(MERCHANTS, "CNY,Wang,6222020000000000001,102100099996,ICBC,0.00", "KWD,Wang,1,BANKKWKW,,1.250");
        home.edit("reference/terminals.csv", "KEYPAD-299", "");

        assertThat(read().merchant("M1").minPayoutMinor()).isEqualTo(1_250);
    }

    @Test
    void readsColumnsInAnyOrderAndABomAndWindowsLineEnds() {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.write(
                "reference/terminals.csv",
                "\uFEFFmerchant_id,terminal_id,status,product,deposit_policy,returned_on,activated_on\r\n"
                        + "M1,00000001,RETURNED,\"Key, pad\",,2026-02-01,2026-01-15\r\n\r\n");

        assertThat(read().terminals())
                .singleElement()
                .isEqualTo(new Terminal(
                        0,
                        "00000001",
                        read().merchant("M1"),
                        "Key, pad",
                        LocalDate.of(2026, 1, 15),
                        "",
                        Terminal.Status.RETURNED,
                        LocalDate.of(2026, 2, 1)));
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

    @Test
    void readsWhatDepositsWereAtGoLive() {
        assertThat(read().depositOpenings())
                .hasSize(3)
                .containsEntry("00000000", new DepositOpening("00000000", LocalDate.of(2026, 2, 11), 2_000, 0, 12_400));
    }

    @Test
    void readsOpeningBalancesThatAgreeWithDeposits() {
        home.write("reference/opening-balances.csv", """
                account,currency,balance
                assets:bank,CNY,250.00
                liabilities:merchant-payable:898310000000004,CNY,-111.00
                liabilities:terminal-deposits:898310000000000,CNY,-20.00
                liabilities:terminal-deposits:898310000000005,CNY,-99.00
                liabilities:terminal-deposits:898310000000006,CNY,-20.00
                """);

        assertThat(read().openingBalances())
                .hasSize(5)
                .contains(new OpeningBalance("assets:bank", Currency.CNY, 25_000))
                .contains(new OpeningBalance("liabilities:merchant-payable:898310000000004", Currency.CNY, -11_100));
    }

    @Test
    void readsResponseCodesWithAndWithoutEnglish() {
        ResponseCode chineseOnly = read().responseCode("51");
        assertThat(chineseOnly.category()).isEqualTo("CARD");
        assertThat(chineseOnly.reason("en")).isEqualTo("余额不足");
        assertThat(read().responseCode("00").reason("zh")).isEmpty();
        assertThat(read().responseCode("ZZ")).isNull();

        home.edit("reference/response-codes.csv", "suggested_action\n", "suggested_action,reason_en\n");
        home.write(
                "reference/response-codes.csv",
                home.read("reference/response-codes.csv").replaceAll("(?m)^(?!code)(.+)$", "$1,Reason"));
        assertThat(read().responseCode("51").reason("en")).isEqualTo("Reason");
        assertThat(read().responseCode("").outcome()).isEqualTo(ResponseCode.Outcome.UNKNOWN);
    }

    @Test
    void takesDefaultsForSettingsThatAreNotGiven() {
        assertThat(read().settings()).isEqualTo(Settings.DEFAULTS);

        home.write("qingfen.yml", "{}\n");
        assertThat(read().settings()).isEqualTo(Settings.DEFAULTS);
    }

    @Test
    void readsEverySetting() {
        home.write("qingfen.yml", """
                acquirer: {name: Example Payments, accountNo: "6222029999", bankCode: ABCDEFGH}
                zone: Asia/Tokyo
                cutOff: 22:30
                currency: CNY
                language: en
                carryDays: 5
                lookbackDays: 30
                failingTerminalFailures: 6
                failingMerchantFailures: 7
                agedOutDays: 8
                onRefusedFile: continue
                payouts:
                  release: automatic
                  limit: {CNY: 1000000.00, JPY: 500}
                  holdOutliers: true
                  proposalHours: 24
                  verify: false
                  send: [csv, unionpay-df]
                statements: {pdf: [M1]}
                database: {url: "jdbc:postgresql://db/books", user: qingfen, password-file: /run/secrets/db}
                """);

        assertThat(read().settings())
                .isEqualTo(new Settings(
                        new Settings.Acquirer("Example Payments", "6222029999", "ABCDEFGH"),
                        ZoneId.of("Asia/Tokyo"),
                        LocalTime.of(22, 30),
                        Currency.CNY,
                        "en",
                        5,
                        30,
                        6,
                        7,
                        8,
                        true,
                        new Settings.Payouts(
                                true,
                                Map.of("CNY", 100_000_000L, "JPY", 500L),
                                true,
                                24,
                                false,
                                Set.of(BankFormat.CSV, BankFormat.UNIONPAY_DF)),
                        new Settings.Statements(false, Set.of("M1"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "merchants.csv",
                "terminals.csv",
                "fee-plans.yml",
                "scheme-costs.yml",
                "deposit-policies.yml",
                "calendar.yml",
                "response-codes.csv"
            })
    void namesAMissingFileOnce(String file) {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        home.delete("reference/" + file);

        Report report = new FolderCheck().check(home.root(), THU_2026_02_12);

        assertThat(report.problems()).containsExactly("reference/" + file + ": is missing; put it there");
    }

    @Test
    void listsTheFirstTenThousandProblemsAndCountsTheRest() {
        String row = "X%05d,n,5812,?,STANDARD,STANDARD,T1,CNY,a,1,1,b,0.00,N,%n";
        StringBuilder many = new StringBuilder(home.read(MERCHANTS));
        for (int i = 0; i < 10_050; i++) {
            many.append(String.format(row, i));
        }
        home.write(MERCHANTS, many.toString());

        List<String> problems =
                new FolderCheck().check(home.root(), THU_2026_02_12).problems();

        assertThat(problems).hasSize(10_001);
        assertThat(problems.get(10_000)).isEqualTo("… and 50 more problems");
    }

    @Test
    void stopsAQuoteFromSwallowingALargeFile() {
        String header = home.read(MERCHANTS).lines().findFirst().orElseThrow();
        home.write(MERCHANTS, header + "\nM1,\"Noodle House" + "\nM2,Tea House".repeat(RecordLimit.LONGEST / 4));

        assertThat(new FolderCheck().check(home.root(), THU_2026_02_12).problems())
                .first()
                .isEqualTo("reference/merchants.csv:2: is longer than 1048576 characters; a quote may not be closed");
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

    private static String reversed(String csv) {
        List<String> lines = new java.util.ArrayList<>(csv.lines().toList());
        java.util.Collections.reverse(lines.subList(1, lines.size()));
        return String.join("\n", lines) + "\n";
    }
}
