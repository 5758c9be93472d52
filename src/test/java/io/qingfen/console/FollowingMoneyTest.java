package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.access.Role;
import io.qingfen.overview.OutboxFiles;
import io.qingfen.run.Audit;
import io.qingfen.run.AuditTrail;
import io.qingfen.run.AuditTrail.Wanted;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a date to its positions, to one payout, to the input line; what is taken away, and who saw it. */
class FollowingMoneyTest {
    private static final String NIGHT = "/nights/" + ServedNight.DATE;
    private static final String POSITION = NIGHT + "/positions/" + ServedNight.MERCHANT + "/CNY";
    private static final String PAYOUT = "P20260303-" + ServedNight.MERCHANT;

    @BeforeAll
    static void serve() {
        ServedNight.start();
    }

    @Test
    void homeShowsEachStageOfEachDateAndTheFilesThatAreAwaited() throws Exception {
        String page = ServedNight.signedIn(Role.VIEWER, "en").get("/").body();
        assertThat(page)
                .contains("Intake", "Clearing", "Bank files", "to release", "Files of 2026-03-04", "Absent")
                .contains("terminal-batches_yyyyMMdd_NN.csv", "authorization host")
                .doesNotContain("??");
    }

    @Test
    void theNightShowsItsChainAndWhatEachStepTookInAndGaveOut() throws Exception {
        String page = ServedNight.signedIn(Role.OPS, "en").get(NIGHT).body();
        assertThat(page)
                .contains("files → records", "positions → payouts + carried forward", "+ held or waiting")
                .contains("class=\"fill\"", "width=\"", "settled", "arrived")
                .doesNotContain("style=\"", "??");
    }

    @Test
    void progressOfAnEndedNightAsksForTheWholePage() throws Exception {
        HttpResponse<String> part = ServedNight.signedIn(Role.OPS, "en").get(NIGHT + "/progress");
        assertThat(part.headers().firstValue("HX-Refresh")).contains("true");
        assertThat(part.body()).contains("100.0 % of the night").doesNotContain("<html", "??");
    }

    @Test
    void thePositionShowsLinesThatAddUpToThePayout() throws Exception {
        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        assertThat(finance.get(NIGHT + "/positions").body())
                .contains(ServedNight.MERCHANT, "Paid out", POSITION)
                .doesNotContain("??");
        assertThat(finance.get(NIGHT + "/positions?decision=NEGATIVE").body()).contains("No position fits");
        assertThat(finance.get(NIGHT + "/positions?merchant=8%25").body()).contains("No position fits");
        assertThat(finance.get(POSITION).body())
                .contains("Sales", "Merchant fees", "Sum of the lines", "is exactly what is paid", PAYOUT)
                .doesNotContain("??");
        assertThat(finance.get(NIGHT + "/positions/nobody/CNY").statusCode()).isEqualTo(404);
    }

    @Test
    void explainsAPayoutDownToTheInputLine() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        String page = viewer.get("/explain?id=" + PAYOUT).body();
        assertThat(page)
                .contains("net = sum of the lines", "agrees", "terminal-batches_20260303_01.csv:", "HALF_UP")
                .doesNotContain("differs</span>", "??");
        String chinese = ServedNight.signedIn(Role.VIEWER, "zh-CN")
                .get("/explain?id=" + PAYOUT)
                .body();
        assertThat(page).contains("Tue 2026-03-03");
        assertThat(chinese)
                .contains("净额 = 各项合计", "一致", "商户手续费", "起息依据", "2026-03-03（周二）")
                .doesNotContain("??", "Tue 2026");
        HttpResponse<String> unknown = viewer.get("/explain?id=P20260303-1");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("have no P20260303-1");
        assertThat(viewer.get("/explain?id=%3Cscript%3E").body())
                .contains("&lt;script&gt;")
                .doesNotContain("<script>");
    }

    /** The address is the state: a date that nobody named is written into it, and so is what is asked for. */
    @Test
    void transactionsAreFoundByWhatStandsOnASlip() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        HttpResponse<String> last = viewer.get("/transactions?terminal=10000001");
        assertThat(last.uri().getQuery()).isEqualTo("date=2026-03-03&terminal=10000001");
        assertThat(last.body())
                .contains("/explain?id=C20260303-01-", "66.00 CNY", "Slip without authorization", "10000001")
                .doesNotContain("??");
        String found = viewer.get("/transactions?date=2026-03-03&amount=66.00&outcome=SETTLED&type=SALE")
                .body();
        assertThat(found).contains("66.00 CNY", "settled").doesNotContain("45.00 CNY", "No transaction fits");
        assertThat(viewer.get("/transactions?date=2026-03-03&amount=66.00&outcome=HELD")
                        .body())
                .contains("No transaction fits");
        assertThat(viewer.get("/transactions?date=2026-03-03&amount=6.6").body())
                .contains("write it as 1234.50", "role=\"alert\"");
        assertThat(ServedNight.signedIn(Role.OPS, "zh-CN")
                        .get("/transactions?date=2026-03-03&amount=x")
                        .body())
                .contains("金额“x”无效", "交易编号、参考号或流水号");
        assertThat(viewer.get("/transactions?date=2026-03-03&outcome=GONE").body())
                .contains("there is no outcome");
        assertThat(viewer.get("/transactions?type=GIFT").statusCode()).isEqualTo(400);
        assertThat(viewer.get("/api/transactions?amount=x").statusCode()).isEqualTo(400);
        assertThat(viewer.get("/api/transactions?after=2026-99-99,C1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theTrialBalanceSumsToZeroAndOpensTheAccountsOfMerchants() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        assertThat(viewer.get(NIGHT + "/trial-balance").body())
                .contains("sums to zero", "liabilities:merchant-payable:…", "assets:scheme-receivable:")
                .doesNotContain("does not sum", "??");
        assertThat(viewer.get(NIGHT + "/trial-balance?account=liabilities:merchant-payable:")
                        .body())
                .contains("liabilities:merchant-payable:" + ServedNight.MERCHANT);
    }

    @Test
    void aMerchantHasItsAccountMaskedAndItsPositions() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        assertThat(viewer.get("/merchants?search=" + ServedNight.MERCHANT).body())
                .contains("****");
        assertThat(viewer.get("/merchants/" + ServedNight.MERCHANT).body())
                .contains("****", "2026-03-03", "Paid out", "Terminals and their deposits")
                .doesNotContain("??");
        assertThat(viewer.get("/merchants/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aDownloadIsTheFileOfTheManifestWholeOrInPartsAndAudited() throws Exception {
        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        assertThat(finance.get(NIGHT + "/files").body()).contains("positions.csv", "SHA-256", "payouts/");
        HttpResponse<byte[]> whole = finance.bytes(NIGHT + "/file?name=positions.csv", "");
        byte[] written = Files.readAllBytes(ServedNight.home().resolve("outbox/2026-03-03/positions.csv"));
        assertThat(whole.body()).isEqualTo(written);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
        assertThat(whole.headers().firstValue("ETag")).contains('"' + sha256 + '"');
        assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("2026-03-03_positions.csv");
        HttpResponse<byte[]> part = finance.bytes(NIGHT + "/file?name=positions.csv", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(written, 10, 20));
        assertThat(downloads()).anySatisfy(one -> {
            assertThat(one.actor()).isEqualTo("a.finance");
            assertThat(one.subject()).isEqualTo("2026-03-03 positions.csv");
            assertThat(one.detail()).contains(sha256, "bytes=10-19");
        });
        assertThat(ServedNight.part(Audit.class).problems()).isEmpty();
    }

    private static List<AuditTrail.Entry> downloads() {
        return ServedNight.part(AuditTrail.class)
                .find(new Wanted("", "console.download", "", Optional.empty(), Optional.empty(), 0, 100));
    }

    @Test
    void givesOutNothingThatTheBooksDoNotKnow() throws Exception {
        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        for (String name : List.of(
                "../../qingfen.yml", "..%2F..%2Fdata%2Fqingfen.mv.db", "manifest.json.tmp", "/etc/passwd", "")) {
            assertThat(finance.get(NIGHT + "/file?name=" + name).statusCode())
                    .as(name)
                    .isEqualTo(404);
        }
        assertThat(ServedNight.part(OutboxFiles.class).find(ServedNight.DATE, "../../qingfen.yml"))
                .isEmpty();
    }

    @Test
    void givesOutNoFileThatWasChangedSince() throws Exception {
        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        Path file = ServedNight.home().resolve("outbox/2026-03-03/fees.csv");
        byte[] written = Files.readAllBytes(file);
        Files.write(file, new byte[] {'x'});
        try {
            assertThat(finance.get(NIGHT + "/file?name=fees.csv").statusCode()).isEqualTo(409);
            assertThat(finance.get(NIGHT + "/files").body()).contains("changed since");
        } finally {
            Files.write(file, written);
        }
    }

    /** The books know no size of a bank file, and another account may be as long. */
    @Test
    void givesOutNoBankFileOfWhichOneByteWasChanged() throws Exception {
        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        Path payouts = ServedNight.home().resolve("outbox/2026-03-03/payouts");
        List<Path> files;
        try (Stream<Path> all = Files.list(payouts)) {
            files = all.filter(one -> !one.toString().endsWith(".sha256")).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String address = NIGHT + "/file?name=payouts/" + file.getFileName();
            byte[] written = Files.readAllBytes(file);
            assertThat(finance.bytes(address, "").body()).isEqualTo(written);
            byte[] changed = written.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            try {
                assertThat(finance.get(address).statusCode()).isEqualTo(409);
                assertThat(finance.bytes(address, "bytes=0-9").statusCode()).isEqualTo(409);
            } finally {
                Files.write(file, written);
            }
        }
    }

    @Test
    void theReportIsShownAsItWasWrittenAndRunsNothing() throws Exception {
        HttpResponse<String> report = ServedNight.signedIn(Role.VIEWER, "en").get(NIGHT + "/report");
        assertThat(report.body())
                .isEqualTo(Files.readString(ServedNight.home().resolve("outbox/2026-03-03/settlement-report.html")));
        assertThat(report.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "style-src 'sha256-", "sandbox")
                .doesNotContain("unsafe", "script-src");
    }

    @Test
    void aMerchantsStatementIsMadeForWhoeverMayDownload() throws Exception {
        String statement = "/merchants/" + ServedNight.MERCHANT + "/statement?date=2026-03-03";
        HttpResponse<byte[]> pdf = ServedNight.signedIn(Role.FINANCE, "en").bytes(statement, "");
        assertThat(new String(pdf.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
        assertThat(ServedNight.signedIn(Role.REVIEWER, "en").get(statement).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theAuditTrailIsFilteredAndItsChainChecked() throws Exception {
        Browser admin = ServedNight.signedIn(Role.ADMIN, "en");
        assertThat(admin.get("/audit?check=true").body())
                .contains("Whole: ", "users.")
                .doesNotContain("??");
        String zeros = "0".repeat(64);
        assertThat(admin.get("/audit?check=true&kept=1:" + zeros).body())
                .contains("The chain is broken: 1 problem", "record 1 has not the hash that was kept of it");
        assertThat(admin.get("/audit?check=true&kept=0:" + zeros).body()).contains("Whole: ");
        assertThat(admin.get("/audit?check=true&kept=%3Cb%3E").body())
                .contains("That is no end of the chain", "&lt;b&gt;")
                .doesNotContain("Whole: ");
        assertThat(admin.get("/audit?actor=a.viewer&action=payouts.").body()).contains("No record fits");
        assertThat(admin.get("/audit?from=2026-13-01").statusCode()).isEqualTo(400);
        assertThat(admin.get("/audit?from=1999-01-01&to=1999-12-31").body()).contains("No record fits");
        assertThat(admin.get("/audit?subject=%25").body()).contains("No record fits");
    }

    @Test
    void shipsItsScriptsItself() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        assertThat(viewer.get("/static/htmx.min.js").body()).contains("htmx");
        assertThat(viewer.get("/static/console.js").statusCode()).isEqualTo(200);
        assertThat(viewer.submit("/", "/nights/2026-03-03/file", Map.of("name", "positions.csv"))
                        .statusCode())
                .isEqualTo(403);
    }
}
