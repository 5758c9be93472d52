package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.qingfen.TestFolder;
import io.qingfen.access.Role;
import io.qingfen.access.Users;
import io.qingfen.nightly.Nights;
import io.qingfen.payouts.PayoutReleases;
import io.qingfen.payouts.PayoutState;
import io.qingfen.run.Actor;
import io.qingfen.run.AuditTrail;
import io.qingfen.run.Refusal;
import io.qingfen.serve.NightActs;
import io.qingfen.serve.NightActs.Act;
import io.qingfen.serve.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** What ops does in the console: a night that stopped goes on, a date is run again, payouts are held, a job is paused. */
@TestMethodOrder(OrderAnnotation.class)
class ActingOnNightsTest {
    private static final LocalDate DATE = ServedNight.DATE;
    private static final String NIGHT = "/nights/" + DATE;
    private static final String AGAIN = NIGHT + "/again";
    private static final String LATE = """
            H,AUTHORIZATIONS,1,2026-03-03,2
            A,030301000002,898310058120001,10000001,000008,000002,SALE,UNIONPAY,tk_debit1002,621700******1002,DEBIT,DOMESTIC,45.00,CNY,2026-03-03T11:30:00,00,500002,01050000,,U030301000002
            T,1,45.00
            """;

    private static Path home;
    private static ConfigurableApplicationContext serving;
    private static Browser ops;

    /** A night that stopped at a file. */
    @BeforeAll
    static void stopANightAndServe() throws Exception {
        home = TestFolder.named("acting-on-nights");
        FileSystemUtils.copyRecursively(Path.of("sample-files/days/2026-03-03-orphans/home"), home);
        Files.writeString(
                home.resolve("inbox/terminal-batches_20260303_02.csv"),
                "H,TERMINAL_BATCHES,1,2026-03-03,2\nT,7,0,0.00\n");
        serving = ServedNight.started(home);
        assertThatThrownBy(() -> serving.getBean(Nights.class).run(DATE, 2)).isInstanceOf(Refusal.class);
        Users users = serving.getBean(Users.class);
        users.changePassword("li.wei", users.create(new Actor("admin"), "li.wei", "", Set.of(Role.OPS)), GOOD);
        users.changePassword("mei", users.create(new Actor("admin"), "mei", "", Set.of(Role.VIEWER)), GOOD);
        ops = browser("li.wei", "en");
    }

    private static final String GOOD = ServedNight.GOOD;

    @AfterAll
    static void end() throws IOException {
        serving.close();
        FileSystemUtils.deleteRecursively(home);
    }

    private static Browser browser(String name, String language) throws Exception {
        Browser browser = new Browser(serving.getBean(Serving.class).port(), language);
        browser.signIn(name, GOOD);
        return browser;
    }

    /** The same that the page asks for again and again. */
    private static Act ended() throws Exception {
        NightActs acts = serving.getBean(NightActs.class);
        for (int tenths = 0; acts.last(DATE).orElseThrow().runs() && tenths < 600; tenths++) {
            Thread.sleep(100);
        }
        assertThat(ops.get(AGAIN + "/act").headers().firstValue("HX-Refresh")).contains("true");
        return acts.last(DATE).orElseThrow();
    }

    private static List<String> audited() {
        return serving
                .getBean(AuditTrail.class)
                .find(new AuditTrail.Wanted("li.wei", "", "", Optional.empty(), Optional.empty(), 0, 100))
                .stream()
                .map(entry -> entry.action() + " " + entry.subject())
                .filter(entry -> !entry.startsWith("users."))
                .toList();
    }

    @Test
    @Order(1)
    void aNightThatStoppedGoesOnBesideThePage() throws Exception {
        assertThat(browser("mei", "en").get(NIGHT).body())
                .contains("What stopped it")
                .doesNotContain("Restart where");
        assertThat(ops.get(NIGHT).body()).contains("Restart where it stopped");
        assertThat(ops.submit(NIGHT, NIGHT + "/restart", Map.of()).statusCode()).isEqualTo(200);
        assertThat(ended().problems()).isEmpty();
        assertThat(ops.get(NIGHT).body()).contains("Closed").doesNotContain("What stopped it", "Restart where");
        assertThat(ops.submit(NIGHT, NIGHT + "/restart", Map.of()).body())
                .contains("is closed, a date is settled once", "role=\"alert\"");
        assertThat(audited()).containsExactly("nights.restart " + DATE);
    }

    @Test
    @Order(2)
    void aDateIsRunAgainOnlyAsItWasPreviewed() throws Exception {
        Files.writeString(home.resolve("inbox/authorizations_20260303_02.csv"), LATE);
        assertThat(ops.get(AGAIN).body())
                .contains("Preview what it would change")
                .doesNotContain("name=\"reason\"");
        Map<String, String> unseen = Map.of("reason", "authorizations came late", "preview", "1");
        assertThat(ops.submit(AGAIN, AGAIN, unseen).body()).contains("is not the last preview; preview it again");

        ops.submit(AGAIN, AGAIN + "/preview", Map.of("generation", "1"));
        Act preview = ended();
        assertThat(preview.diff().positions()).hasSize(1);
        assertThat(preview.diff().cases()).hasSize(1);
        String page = ops.get(AGAIN).body();
        assertThat(page)
                .contains(
                        "What it would change",
                        "898310058120001",
                        "Sales +45.00 CNY",
                        "gone",
                        "none will be sent twice")
                .doesNotContain("??");
        assertThat(browser("mei", "zh-CN").get(AGAIN).body())
                .contains("将带来的变化", "消失")
                .doesNotContain("name=\"reason\"", "??");
        assertThat(audited()).as("a preview is no act").hasSize(1);

        assertThat(ops.submit(AGAIN, AGAIN, Map.of("reason", "x", "preview", no(page)))
                        .body())
                .contains("needs 3 to 500 characters");
        Path plans = home.resolve("reference/fee-plans.yml");
        Files.writeString(plans, Files.readString(plans) + "# changed after the preview\n");
        assertThat(ops.submit(AGAIN, AGAIN, Map.of("reason", "authorizations came late", "preview", no(page)))
                        .body())
                .contains("are others than those that the preview saw; preview it again");
        ops.submit(AGAIN, AGAIN + "/preview", Map.of("generation", "1"));
        assertThat(ended().diff()).isEqualTo(preview.diff());
        page = ops.get(AGAIN).body();
        ops.submit(AGAIN, AGAIN, Map.of("reason", "authorizations came late", "preview", no(page)));
        Act rerun = ended();
        assertThat(rerun.problems()).isEmpty();
        assertThat(rerun.diff()).isEqualTo(preview.diff());
        assertThat(ops.get(AGAIN).body())
                .contains("exactly what the preview said", "What the last re-run changed", "authorizations came late")
                .doesNotContain("name=\"reason\"", "??");
        assertThat(ops.submit(AGAIN, AGAIN + "/preview", Map.of("generation", "1"))
                        .body())
                .contains("was run again meanwhile");
        assertThat(audited()).contains("rerun " + DATE).hasSize(2);
    }

    private static String no(String page) {
        Matcher no = Pattern.compile("name=\"preview\" value=\"([0-9]+)\"").matcher(page);
        assertThat(no.find()).isTrue();
        return no.group(1);
    }

    @Test
    @Order(3)
    void payoutsAreHeldAndLetGo() throws Exception {
        Map<String, String> hold =
                Map.of("terminal", "true", "id", "10000001", "reason", "terminal <stolen>", "until", "2026-03-20");
        assertThat(ops.submit("/holds", "/holds", hold).body())
                .contains("is placed: payouts of merchant 898310058120001", "terminal &lt;stolen&gt;", "2026-03-20")
                .doesNotContain("??");
        assertThat(ops.submit("/holds", "/holds", hold).body()).contains("is on hold already, for the same reason");
        assertThat(ops.submit("/holds", "/holds", Map.of("terminal", "false", "id", "1", "reason", "no such shop"))
                        .body())
                .contains("there is no such merchant");
        String page = browser("mei", "zh-CN").get("/holds").body();
        assertThat(page).contains("待下一夜生效").doesNotContain("<form action=\"/holds", "??");
        Matcher id = Pattern.compile("H[0-9a-f]{20}").matcher(page);
        assertThat(id.find()).isTrue();
        String lift = "/holds/" + id.group() + "/lift";
        assertThat(ops.submit("/holds", lift, Map.of("reason", "terminal is back"))
                        .body())
                .contains("Hold " + id.group() + " is lifted", "lifted by li.wei: terminal is back");
        assertThat(ops.submit("/holds", lift, Map.of("reason", "terminal is back"))
                        .body())
                .contains("there is nothing to lift");
        assertThat(audited()).contains("holds.place 898310058120001/10000001", "holds.lift " + id.group());
    }

    @Test
    @Order(4)
    void jobsArePausedAndDatesSkipped() throws Exception {
        String night = "/jobs/nightly-settlement";
        assertThat(ops.submit("/jobs", night + "/pause", Map.of("reason", "database is moved"))
                        .body())
                .contains("paused", "li.wei: database is moved")
                .doesNotContain("??");
        assertThat(ops.submit("/jobs", night + "/pause", Map.of("reason", "again"))
                        .body())
                .contains("is paused already, by li.wei");
        assertThat(ops.submit("/jobs", night + "/resume", Map.of("reason", "it is moved"))
                        .body())
                .doesNotContain("database is moved");
        Map<String, String> skip = Map.of("date", "2026-03-04", "reason", "files are mended", "until", "2026-03-06");
        assertThat(ops.submit("/jobs", night + "/skip", skip).body()).contains("2026-03-04 is skipped", "until ");
        assertThat(ops.submit("/jobs", night + "/skip", Map.of("date", "2026-03-03", "reason", "no files"))
                        .body())
                .contains("is closed already, there is nothing to skip");
        assertThat(ops.submit("/jobs", "/jobs/retention/skip", skip).body()).contains("has no business dates to skip");
        assertThat(ops.submit("/jobs", "/jobs/nothing/pause", Map.of("reason", "why not"))
                        .body())
                .contains("Unknown job &#39;nothing&#39;");
        assertThat(browser("mei", "zh-CN").get("/jobs").body())
                .contains("已跳过 2026-03-04", "清分并结算一个业务日")
                .doesNotContain("/pause\"", "??");
        Browser chinese = browser("li.wei", "zh-CN");
        assertThat(chinese.submit("/jobs", night + "/skip", skip).body()).contains("已由 li.wei 跳过：files are mended");
        assertThat(chinese.submit("/jobs", night + "/pause", Map.of("reason", "x"))
                        .body())
                .contains("理由须为一行 3 至 500 个字符");
        assertThat(chinese.submit(NIGHT, NIGHT + "/restart", Map.of()).body()).contains("业务日 2026-03-03 已关闭");
        ops.submit("/jobs", night + "/resume", Map.of("date", "2026-03-04", "reason", "they have come"));
        assertThat(audited()).contains("jobs.skip nightly-settlement 2026-03-04", "jobs.pause nightly-settlement");
        assertThat(audited().stream().filter(act -> act.startsWith("jobs.resume")))
                .hasSize(2);
    }

    /** The tables of a comparison, wide and narrow; the other pages are looked at by {@link LookingAtPagesTest}. */
    @Test
    @Order(5)
    void whatAReRunChangedIsReadInABrowserToo() throws Exception {
        try (RealBrowser browser = RealBrowser.start()) {
            looked(browser, "en", 1280, ColorScheme.LIGHT);
            looked(browser, "zh-CN", 390, ColorScheme.DARK);
        }
    }

    /** Somebody knows that nothing will come. */
    @Test
    @Order(6)
    void theNextDateIsSettledWithoutItsFiles() throws Exception {
        LocalDate next = DATE.plusDays(1);
        String address = "/nights/" + next + "/without-files";
        assertThat(ops.get("/").body()).contains("Settle 2026-03-04 without the missing files");
        assertThat(browser("mei", "zh-CN").get("/").body()).doesNotContain("without-files", "??");
        assertThat(ops.submit("/", address, Map.of("reason", "x")).body())
                .contains("needs 3 to 500 characters", "role=\"alert\"");
        assertThat(ops.submit("/", "/nights/2026-03-06/without-files", Map.of("reason", "shops are closed"))
                        .body())
                .contains("role=\"alert\"");
        assertThat(ops.submit("/", address, Map.of("reason", "shops are closed"))
                        .statusCode())
                .isEqualTo(200);
        NightActs acts = serving.getBean(NightActs.class);
        for (int tenths = 0; acts.last(next).orElseThrow().runs() && tenths < 600; tenths++) {
            Thread.sleep(100);
        }
        assertThat(acts.last(next).orElseThrow().problems()).isEmpty();
        assertThat(ops.get("/nights/" + next).body()).contains("Closed").doesNotContain("??");
        assertThat(audited()).contains("run.incomplete 2026-03-04");
        assertThat(ops.submit("/", address, Map.of("reason", "shops are closed"))
                        .body())
                .contains("has begun already");
    }

    @Test
    @Order(7)
    void onePayoutIsTakenOutOfItsFiles() throws Exception {
        Users users = serving.getBean(Users.class);
        users.changePassword("fang", users.create(new Actor("admin"), "fang", "", Set.of(Role.FINANCE)), GOOD);
        Browser finance = browser("fang", "en");
        String page = "/payouts/" + DATE;
        String payout = "P20260303-898310058120001";
        Map<String, String> out = Map.of("payout", " " + payout + " ", "reason", "account is <disputed>");
        assertThat(ops.submit(page, page + "/out", out).statusCode()).isEqualTo(403);
        assertThat(finance.submit(page, "/payouts/2026-03-04/out", out).body())
                .contains("payout " + payout + " is not one of 2026-03-04");
        assertThat(finance.submit(page, page + "/propose", Map.of("totals", "")).body())
                .contains("Take one payout out", "No. 1, proposed by fang");
        assertThat(finance.submit(page, page + "/out", out).body())
                .contains("Withdrawn", "account is &lt;disputed&gt;");
        assertThat(serving.getBean(PayoutReleases.class).payout(payout).state()).isEqualTo(PayoutState.WITHDRAWN);
        assertThat(finance.submit(page, page + "/out", out).body()).contains("only a PREPARED one can be taken back");
    }

    private static void looked(RealBrowser browser, String language, int width, ColorScheme colours) throws Exception {
        Page page = browser.window(serving.getBean(Serving.class).port(), language, width, colours);
        page.navigate("/");
        page.fill("#name", "li.wei");
        page.fill("#password", GOOD);
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        page.navigate(AGAIN);
        assertThat(page.locator("table").count())
                .as("positions, payouts, cases")
                .isEqualTo(3);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(LookingAtPagesTest.SCREENS.resolve(
                        language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT) + "-rerun.png"))
                .setFullPage(true));
        page.evaluate(RealBrowser.axe());
        assertThat((List<?>) page.evaluate(LookingAtPagesTest.AXE_FINDINGS)).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        page.context().close();
    }
}
