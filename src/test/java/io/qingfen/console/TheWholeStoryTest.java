package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.qingfen.access.Role;
import io.qingfen.access.Users;
import io.qingfen.nightly.Nights;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Resolution;
import io.qingfen.run.Actor;
import io.qingfen.run.Refusal;
import io.qingfen.serve.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.util.FileSystemUtils;

/**
 * What the console is for, by the people it is for, in a real browser: a night that stopped goes on, a case is decided by
 * two persons, payouts are let go by two others, and an auditor follows one amount down to the line of the input file.
 * One date in English, the next one in Chinese.
 */
class TheWholeStoryTest {
    private static final String GOOD = ServedNight.GOOD;
    private static final Pattern SOURCE = Pattern.compile("(terminal-batches_[0-9]{8}_01\\.csv):([0-9]+)");
    private static final Map<String, Set<Role>> PEOPLE = new TreeMap<>(Map.of(
            "he.ops", Set.of(Role.OPS),
            "li.review", Set.of(Role.REVIEWER),
            "wang.approve", Set.of(Role.APPROVER),
            "zhao.finance", Set.of(Role.FINANCE),
            "qian.finance", Set.of(Role.FINANCE, Role.APPROVER),
            "sun.audit", Set.of(Role.VIEWER)));

    @TempDir
    static Path home;

    private static RealBrowser browser;
    private static ConfigurableApplicationContext serving;

    @BeforeAll
    static void serve() throws IOException {
        browser = RealBrowser.start();
        FileSystemUtils.copyRecursively(Path.of("sample-files/days/2026-03-03-orphans/home"), home);
        serving = ServedNight.started(home);
        Users users = serving.getBean(Users.class);
        PEOPLE.forEach(
                (name, roles) -> users.changePassword(name, users.create(new Actor("admin"), name, name, roles), GOOD));
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
    void fromANightThatStoppedToAFenThatIsExplained() throws Exception {
        new Story(Locale.ENGLISH, "2026-03-03", CaseKind.ORPHAN_CAPTURE, Resolution.WRITE_OFF).play();
        FileSystemUtils.copyRecursively(
                Path.of("sample-files/days/2026-03-04-out-of-balance/home/inbox"), home.resolve("inbox"));
        Story chinese = new Story(
                Locale.SIMPLIFIED_CHINESE, "2026-03-04", CaseKind.ORPHAN_AUTHORIZATION, Resolution.SETTLE_AUTHORIZED);
        chinese.play();
        assertThat(chinese.pages).as("pages that people looked at").isGreaterThan(20);
    }

    /** One date, in one language. Everybody has a window of their own and signs in. */
    private static final class Story {
        private final MessageSource messages = serving.getBean(MessageSource.class);
        private final Locale language;
        private final String date;
        private final CaseKind kind;
        private final Resolution resolution;
        private final String source;
        private int pages;
        private String decided;

        Story(Locale language, String date, CaseKind kind, Resolution resolution) {
            this.language = language;
            this.date = date;
            this.kind = kind;
            this.resolution = resolution;
            this.source = "terminal-batches_" + date.replace("-", "") + "_02.csv";
        }

        void play() throws Exception {
            Files.writeString(
                    home.resolve("inbox").resolve(source), "H,TERMINAL_BATCHES,1," + date + ",2\nT,7,0,0.00\n");
            assertThatThrownBy(() -> serving.getBean(Nights.class).run(LocalDate.parse(date), 2))
                    .isInstanceOf(Refusal.class);
            as("he.ops", this::seesWhyItStoppedAndRestartsIt);
            as("li.review", this::proposes);
            as("wang.approve", this::approves);
            as("zhao.finance", this::proposesTheRelease);
            as("qian.finance", page -> {
                releases(page);
                takesAReportAway(page);
            });
            as("sun.audit", page -> {
                explainsAnAmount(page);
                seesWhoDidWhat(page);
            });
        }

        private void seesWhyItStoppedAndRestartsIt(Page page) {
            Locator row = page.locator(".calendar tr", new Page.LocatorOptions().setHasText(date));
            assertThat(row.textContent()).contains(text("state.FAILED"), text("cell.STOPPED"));
            follow(page, date);
            Locator card = page.locator(".failure");
            assertThat(card.textContent())
                    .contains(text("failure"), source, text("failure.safe"), "qingfen restart --date " + date);
            assertThat(card.locator("code").first().textContent()).contains(source);
            button(page, "restart").click();
            page.waitForSelector("h1 .state.closed", new Page.WaitForSelectorOptions().setTimeout(60_000));
            assertThat(page.locator("h1 .state").textContent()).isEqualTo(text("state.CLOSED"));
            assertThat(page.locator(".failure").count()).isZero();
            assertThat(page.locator(".chain li").count()).isGreaterThan(5);
            assertThat(page.locator(".chain li.open").count()).isZero();
        }

        private void proposes(Page page) {
            follow(page, text("cases"));
            page.selectOption("select[name=kind]", kind.name());
            page.fill("input[name=date]", date);
            button(page, "cases.show").click();
            page.waitForURL(address -> address.contains("kind=" + kind));
            Locator first = page.locator("a[data-row]").first();
            String id = first.textContent();
            first.click();
            page.waitForURL("**/cases/" + id);
            assertThat(page.locator("h1").textContent()).contains(text("kind." + kind), text("case.OPEN"));
            page.check("input[value=" + resolution + "]");
            page.fill("#comment", language == Locale.ENGLISH ? "the shop showed its slip" : "商户出示签购单");
            button(page, "preview").click();
            page.waitForURL("**/preview");
            assertThat(page.locator(".preview").textContent()).contains(text("effect"), "liabilities:");
            button(page, "propose").click();
            page.waitForURL("**/cases/" + id);
            assertThat(page.locator("h1").textContent()).contains(text("case.PROPOSED"));
            assertThat(button(page, "approve").count())
                    .as("nobody approves alone")
                    .isZero();
            decided = id;
        }

        private void approves(Page page) {
            page.navigate("/cases/" + decided);
            assertThat(page.locator("#content").textContent()).contains("li.review", text("resolution." + resolution));
            button(page, "approve").click();
            page.waitForURL("**/cases/" + decided);
            assertThat(page.locator("h1").textContent()).contains(text("case.APPROVED"));
            assertThat(page.locator(".history li").count()).isEqualTo(2);
        }

        private void proposesTheRelease(Page page) {
            follow(page, date);
            follow(page, text("payouts"));
            page.waitForURL("**/payouts/" + date);
            assertThat(page.locator("tbody .number").allTextContents()).anyMatch(sum -> sum.endsWith(" CNY"));
            button(page, "release.propose").click();
            page.waitForSelector("text=zhao.finance");
            assertThat(button(page, "release.approve").count())
                    .as("nobody releases alone")
                    .isZero();
        }

        private void releases(Page page) {
            page.navigate("/payouts/" + date);
            page.fill("#again", "not the password");
            button(page, "release.approve").click();
            assertThat(page.locator("[role=alert]").textContent().strip()).isNotEmpty();
            page.fill("#again", GOOD);
            button(page, "release.approve").click();
            page.waitForSelector(".state.closed");
            assertThat(page.locator("#content").textContent())
                    .contains(text("release.RELEASED"), "zhao.finance", "qian.finance", text("release.nothing"));
            assertThat(home.resolve("outbox/" + date + "/released")).isNotEmptyDirectory();
        }

        private void takesAReportAway(Page page) throws Exception {
            follow(page, text("reports"));
            Locator row = page.locator("tr", new Page.LocatorOptions().setHasText("settlement-report.xlsx"));
            Download taken = page.waitForDownload(() -> row.locator("a").first().click());
            byte[] bytes = Files.readAllBytes(taken.path());
            assertThat(bytes).isEqualTo(Files.readAllBytes(home.resolve("outbox/" + date + "/settlement-report.xlsx")));
            assertThat(row.locator(".hash").textContent())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }

        /** The largest payout: what is paid is the sum of what is seen, and the last step is the line that arrived. */
        private void explainsAnAmount(Page page) throws IOException {
            follow(page, date);
            follow(page, text("positions"));
            page.locator("table").last().locator("tbody a").first().click();
            page.waitForURL("**/positions/*/CNY");
            String paid = page.locator(".total .number").textContent();
            assertThat(page.locator(".total").textContent()).contains(text("makeup.paid"));
            follow(page, text("makeup.explain"));
            assertThat(page.locator(".tree > details > summary").textContent()).contains(paid);
            List<String> checks = page.locator(".check .cell").allTextContents();
            assertThat(checks).isNotEmpty().containsOnly(text("told.agrees"));
            Locator record = page.locator(".record", new Page.LocatorOptions().setHasText("terminal-batches_"))
                    .last();
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
            assertThat(record.isVisible()).isTrue();
            Matcher place = SOURCE.matcher(record.locator("code").textContent());
            assertThat(place.find()).isTrue();
            String[] arrived = arrived(place.group(1), Integer.parseInt(place.group(2)));
            List<String> shown = List.of(record.locator("pre").textContent().split(",", -1));
            assertThat(shown).hasSameSizeAs(arrived).contains(arrived[0], arrived[1]);
            long same = shown.stream().filter(List.of(arrived)::contains).count();
            assertThat(same).as("all but what is masked").isGreaterThan(arrived.length - 3L);
        }

        private String[] arrived(String file, int line) throws IOException {
            try (var sources = Files.walk(Path.of("sample-files/days"))) {
                Path found = sources.filter(one -> one.endsWith("inbox/" + file))
                        .findFirst()
                        .orElseThrow();
                return Files.readAllLines(found).get(line - 1).split(",", -1);
            }
        }

        private void seesWhoDidWhat(Page page) {
            follow(page, text("audit"));
            button(page, "audit.check").click();
            page.waitForURL("**/audit?check=true*");
            String all = page.locator("#content").textContent();
            assertThat(all)
                    .contains("nights.restart", "cases.propose", "cases.approve", "payouts.propose", "payouts.approve")
                    .contains("console.download", date + " settlement-report.xlsx", decided)
                    .contains(PEOPLE.keySet().stream()
                            .filter(one -> !one.startsWith("sun"))
                            .toList());
            assertThat(page.locator(".problem").count()).isZero();
        }

        private interface Deed {
            void by(Page page) throws Exception;
        }

        /** Signed in, in a new window; the browser complains of nothing, and no text is missing. */
        private void as(String name, Deed deed) throws Exception {
            List<String> complaints = new ArrayList<>();
            Page page = browser.window(
                    serving.getBean(Serving.class).port(), language.toLanguageTag(), 1280, ColorScheme.LIGHT);
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onDOMContentLoaded(loaded -> pages++);
            page.navigate("/");
            page.fill("#name", name);
            page.fill("#password", GOOD);
            page.keyboard().press("Enter");
            page.waitForURL("**/");
            deed.by(page);
            assertThat(page.content()).doesNotContain("??");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(LookingAtPagesTest.SCREENS.resolve("story-" + date + "-" + name + ".png"))
                    .setFullPage(true));
            assertThat(complaints).as(name).isEmpty();
            page.context().close();
        }

        private String text(String key) {
            return messages.getMessage(key, new Object[0], language);
        }

        private Locator button(Page page, String key) {
            return page.getByRole(
                    AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName(text(key)).setExact(true));
        }

        private static void follow(Page page, String name) {
            String before = page.url();
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(name).setExact(true))
                    .first()
                    .click();
            page.waitForURL(address -> !address.equals(before));
        }
    }
}
