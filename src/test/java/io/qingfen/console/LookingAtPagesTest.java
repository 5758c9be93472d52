package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.qingfen.access.Role;
import io.qingfen.access.Users;
import io.qingfen.nightly.Nights;
import io.qingfen.reports.ReportName;
import io.qingfen.risk.Holds;
import io.qingfen.risk.Holds.Subject;
import io.qingfen.run.Actor;
import io.qingfen.run.Refusal;
import io.qingfen.schedule.ScheduleChanges;
import io.qingfen.serve.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Pages in a real browser, in both languages, wide and narrow, light and dark; pictures in target/screens. With {@code
 * -Dqingfen.screens.all=true} in two windows more; with {@code -Dqingfen.screens=docs/screens} they are those of the
 * documentation.
 */
class LookingAtPagesTest {
    static final Path SCREENS = Path.of(System.getProperty("qingfen.screens", "target/screens"));
    private static final String GOOD = ServedNight.GOOD;
    private static final String NIGHT = "/nights/2026-03-03";
    private static final String POSITION = NIGHT + "/positions/" + ServedNight.MERCHANT + "/CNY";
    /** Beside those that are walked to. */
    private static final Map<String, String> PAGES = new TreeMap<>(Map.of(
            "failed",
            "/nights/2026-03-04",
            "positions",
            NIGHT + "/positions",
            "position",
            POSITION,
            "explain",
            "/explain?id=P20260303-" + ServedNight.MERCHANT + "&transactions=3",
            "trial-balance",
            NIGHT + "/trial-balance",
            "files",
            NIGHT + "/files",
            "release",
            "/payouts/2026-03-03",
            "merchant",
            "/merchants/" + ServedNight.MERCHANT,
            "merchants",
            "/merchants",
            "users",
            "/users"));

    static {
        for (ReportName report : ReportName.values()) {
            PAGES.put("report-" + report.key(), NIGHT + "/reports/" + report.key());
        }
        PAGES.put("audit", "/audit?check=true");
        PAGES.put("again", NIGHT + "/again");
        PAGES.put("holds", "/holds?all=true");
        PAGES.put("jobs", "/jobs");
        PAGES.put("tokens", "/tokens");
        PAGES.put("transactions", "/transactions?date=2026-03-03");
        PAGES.put("what-if", "/what-if");
        PAGES.put("dictionary", "/dictionary");
        PAGES.put("adjustments", "/adjustments");
        PAGES.put("many", "/cases/many?kind=ORPHAN_CAPTURE");
    }

    /** Both widths and both colours. */
    private static final List<String> AXE_LOOKS_AT = List.of("en-1280-light", "zh-CN-390-dark");

    static final String AXE_FINDINGS = """
            async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}))
                .violations.map(found => found.id + ': ' + found.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', '))
            """;

    private static final List<String> FINDINGS = new ArrayList<>();

    @TempDir
    static Path home;

    private static RealBrowser browser;
    private static ConfigurableApplicationContext serving;
    private static String axe;

    /** One night that is closed, and one that stopped at a file. */
    @BeforeAll
    static void playTwoNightsAndServe() throws IOException {
        browser = RealBrowser.start();
        axe = RealBrowser.axe();
        FileSystemUtils.copyRecursively(Path.of("sample-files/days/2026-03-03-orphans/home"), home);
        serving = ServedNight.started(home);
        serving.getBean(Nights.class).run(LocalDate.of(2026, 3, 3), 2);
        Path good = Path.of("sample-files/days/2026-03-04-out-of-balance/home/inbox");
        FileSystemUtils.copyRecursively(good, home.resolve("inbox"));
        Files.writeString(
                home.resolve("inbox/terminal-batches_20260304_02.csv"),
                "H,TERMINAL_BATCHES,1,2026-03-04,2\nT,7,0,0.00\n");
        assertThatThrownBy(() -> serving.getBean(Nights.class).run(LocalDate.of(2026, 3, 4), 2))
                .isInstanceOf(Refusal.class);
        ServedNight.clock(home, "2026-03-05T23:00:00Z");
        Users users = serving.getBean(Users.class);
        String given = users.create(
                new Actor("admin"), "li.na", "Li Na", Set.of(Role.REVIEWER, Role.FINANCE, Role.OPS, Role.ADMIN));
        users.changePassword("li.na", given, GOOD);
        Actor who = new Actor("li.na");
        serving.getBean(Holds.class)
                .place(who, Subject.terminal("10000001"), "police inquiry 2026-118", Optional.empty());
        PAGES.put("adjustment", "/adjustments/" + proposedAdjustment(who));
        serving.getBean(ScheduleChanges.class)
                .skip(who, "nightly-settlement", LocalDate.of(2026, 3, 5), "files are mended", Optional.empty());
    }

    /** Fees of the first date as they would have been at one per cent. */
    private static String proposedAdjustment(Actor who) throws IOException {
        FeeDesk desk = serving.getBean(FeeDesk.class);
        String plans = Files.readString(home.resolve("reference/fee-plans.yml")).replace("0.50%", "1.00%");
        LocalDate date = LocalDate.of(2026, 3, 3);
        desk.compare(who, new FeeDesk.Plans(date, date, "signed.yml", plans));
        long no = ended(desk, who).no();
        desk.propose(who, no, "contract of 1 March", Set.of());
        return ended(desk, who).adjustment();
    }

    private static FeeDesk.Asked ended(FeeDesk desk, Actor who) {
        for (int tenths = 0; desk.last(who.name()).orElseThrow().runs() && tenths < 300; tenths++) {
            LockSupport.parkNanos(100_000_000);
        }
        return desk.last(who.name()).orElseThrow();
    }

    @AfterAll
    static void end() {
        if (serving != null) {
            serving.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsEveryPageInBothLanguagesWideAndNarrowLightAndDark() {
        look("en", 1280, ColorScheme.LIGHT);
        look("zh-CN", 390, ColorScheme.DARK);
        if (Boolean.getBoolean("qingfen.screens.all")) {
            look("zh-CN", 1280, ColorScheme.DARK);
            look("en", 390, ColorScheme.DARK);
        }
    }

    private void look(String language, int width, ColorScheme colours) {
        Page page = browser.window(serving.getBean(Serving.class).port(), language, width, colours);
        StringBuilder complaints = new StringBuilder();
        page.onConsoleMessage(message -> complaints.append(message.text()).append('\n'));
        String name = language + "-" + width + "-" + colours.name().toLowerCase(Locale.ROOT);
        page.navigate("/");
        look(page, name + "-sign-in");
        page.fill("#name", "li.na");
        page.fill("#password", GOOD);
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        look(page, name + "-nights");
        page.click("text=2026-03-03");
        page.waitForURL("**/nights/2026-03-03");
        look(page, name + "-night");
        PAGES.forEach((called, address) -> {
            page.navigate(address);
            look(page, name + "-" + called);
        });
        page.navigate("/cases");
        look(page, name + "-cases");
        page.click("table a >> nth=0");
        page.waitForURL("**/cases/K*");
        page.check("input[value=DO_NOT_SETTLE]");
        page.fill("#comment", language.equals("en") ? "the shop never asked for it" : "商户从未请款");
        page.click("button:has-text('" + (language.equals("en") ? "Preview" : "预览") + "')");
        page.waitForURL("**/preview");
        assertThat(page.locator(".problem").count()).isZero();
        look(page, name + "-case");
        assertThat(complaints.toString()).isEmpty();
        page.context().close();
        assertThat(FINDINGS).isEmpty();
    }

    /** A picture; nothing sticks out, and axe finds nothing that keeps anybody from using the page. */
    private static void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("innerWidth > 640 || Array.from(document.querySelectorAll('.wide'))"
                        + ".every(one => one.scrollWidth <= one.clientWidth + 1)"))
                .as(name + ": no table is wider than a narrow window")
                .isEqualTo(true);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + ": nothing sticks out")
                .isEqualTo(true);
        if (!AXE_LOOKS_AT.stream().anyMatch(name::startsWith)) {
            return;
        }
        page.evaluate(axe);
        ((List<?>) page.evaluate(AXE_FINDINGS)).forEach(found -> FINDINGS.add(name + ": " + found));
    }

    @Test
    void theQueueIsWalkedWithKeys() {
        Page page = signedIn("en", 1280, ColorScheme.LIGHT);
        page.navigate("/cases");
        List<String> queue = page.locator("a[data-row]").allTextContents();
        page.keyboard().press("j");
        page.keyboard().press("j");
        page.keyboard().press("k");
        assertThat(focused(page)).isEqualTo(queue.get(0));
        page.keyboard().press("/");
        page.keyboard().press("j");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("search");
        page.locator("a[data-row]").first().focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/cases/" + queue.get(0));
        page.keyboard().press("a");
        assertThat(focused(page)).isEqualTo("Propose");
        page.keyboard().press("j");
        page.waitForURL("**/cases/" + queue.get(1));
        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
        page.locator("#keys input").uncheck();
        page.keyboard().press("Escape");
        page.keyboard().press("k");
        page.keyboard().press("a");
        assertThat(page.url()).endsWith(queue.get(1));
        assertThat(focused(page)).isNotEqualTo("Propose");
        page.context().close();
    }

    /** The books are made to look as if the night ran; the page notices by itself when it has ended. */
    @Test
    void aRunningNightIsFollowedUntilItEnds() {
        ServedNight.clock(home, "2026-03-03T12:00:00Z");
        JdbcClient books = serving.getBean(JdbcClient.class);
        String failure = books.sql("select failure from business_day where business_date = date '2026-03-04'")
                .query(String.class)
                .single();
        books.sql("update business_day set state = 'OPEN', failure = null where business_date = date '2026-03-04'")
                .update();
        books.sql("update batch_step_execution set status = 'STARTED', end_time = null where status = 'FAILED' "
                        + "and step_name = 'routeRecords'")
                .update();
        Page page = signedIn("en", 1280, ColorScheme.LIGHT);
        StringBuilder complaints = new StringBuilder();
        page.onConsoleMessage(message -> complaints.append(message.text()).append('\n'));
        page.navigate("/nights/2026-03-04");
        assertThat(page.locator(".progress").textContent()).contains("Route records", "of the night", "left");
        page.waitForResponse("**/progress", () -> {});
        look(page, "en-1280-light-running");
        books.sql("update business_day set state = 'FAILED', failure = ? where business_date = date '2026-03-04'")
                .param(failure)
                .update();
        books.sql("update batch_step_execution set status = 'FAILED', end_time = start_time where end_time is null "
                        + "and step_name = 'routeRecords'")
                .update();
        page.waitForSelector(".failure");
        assertThat(page.locator(".failure").textContent())
                .contains(failure.lines().findFirst().orElseThrow());
        assertThat(page.locator(".progress, .cell.running").count()).isZero();
        ServedNight.clock(home, "2026-03-05T23:00:00Z");
        assertThat(complaints.toString()).isEmpty();
        page.context().close();
    }

    private static Page signedIn(String language, int width, ColorScheme colours) {
        Page page = browser.window(serving.getBean(Serving.class).port(), language, width, colours);
        page.navigate("/");
        page.fill("#name", "li.na");
        page.fill("#password", GOOD);
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        return page;
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.textContent");
    }
}
