package io.qingfen.reference.batch;

import static io.qingfen.reference.TestHome.THU_2026_02_12;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.qingfen.calendar.SettlementCycle;
import io.qingfen.money.Currency;
import io.qingfen.reference.BankFormat;
import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.OpeningBalance;
import io.qingfen.reference.ReferenceCheck.Report;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingReferenceFilesTest {
    private static final String MERCHANTS = "reference/merchants.csv";
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
                retention: {workingDays: 30, booksDays: 10000}
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
                        new Settings.Statements(false, Set.of("M1")),
                        new Settings.Retention(30, 10_000)));
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

    /** Also one that may be absent: what it says would be off without a word. */
    @ParameterizedTest
    @ValueSource(strings = {"merchants.csv", "fee-plans.yml", "reserves.csv", "agents.yml"})
    void saysThatADirectoryStandsInTheFilesPlace(String file) throws IOException {
        home = TestHome.copy(SMALL, directory.resolve("small"));
        Path place = home.root().resolve("reference").resolve(file);
        Files.deleteIfExists(place);
        Files.createDirectory(place);

        assertThat(new FolderCheck().check(home.root(), THU_2026_02_12).problems())
                .containsExactly("reference/" + file + ": is a directory; a file is wanted in its place");
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

    private static String reversed(String csv) {
        List<String> lines = new java.util.ArrayList<>(csv.lines().toList());
        java.util.Collections.reverse(lines.subList(1, lines.size()));
        return String.join("\n", lines) + "\n";
    }
}
