package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.access.Role;
import io.qingfen.access.Users;
import io.qingfen.run.Actor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The console of a process that serves, after one night. */
class SigningInTest {
    private static final String GOOD = ServedNight.GOOD;
    private static final Map<Role, String> PASSWORDS = ServedNight.USERS;
    private static String caseId;

    @BeforeAll
    static void serve() {
        ServedNight.start();
        caseId = ServedNight.caseId();
    }

    private static Browser browser(String language) {
        return ServedNight.browser(language);
    }

    @Test
    void showsNothingBeforeSigningIn() throws Exception {
        HttpResponse<String> page = browser("en").get("/");
        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
        assertThat(page.body()).contains("<h1>Sign in</h1>").doesNotContain("2026-03-03");
        assertThat(browser("en").get("/nights/2026-03-03").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void theFirstUserChoosesAPasswordBeforeAnythingElse() throws Exception {
        Browser admin = browser("en");
        assertThat(admin.signIn("admin", ServedNight.first()).uri().getPath()).isEqualTo("/password");
        assertThat(admin.get("/nights/2026-03-03").uri().getPath()).isEqualTo("/password");
        HttpResponse<String> refused = admin.submit(
                "/password",
                "/password",
                Map.of("old", ServedNight.first(), "chosen", "admin12345678", "again", "admin12345678"));
        assertThat(refused.body()).contains("holds your user name");
        HttpResponse<String> changed = admin.submit(
                "/password", "/password", Map.of("old", ServedNight.first(), "chosen", GOOD, "again", GOOD));
        assertThat(changed.body()).contains("The password is changed");
        assertThat(admin.signIn("admin", GOOD).body()).contains("2026-03-03");
    }

    @Test
    void showsTheNightInBothLanguages() throws Exception {
        Browser viewer = browser("en");
        assertThat(viewer.signIn(PASSWORDS.get(Role.VIEWER), GOOD).body())
                .contains(
                        "Business date",
                        "2026-03-03",
                        "Tuesday",
                        "Closed",
                        "lang=\"en\"",
                        "<title>2026-03-03 · closed");
        assertThat(viewer.get("/nights/2026-03-03").body())
                .contains("Controls", "Clear terminals", "CNY")
                .doesNotContain("??");
        String chinese = viewer.get("/?locale=zh-CN").body();
        assertThat(chinese).contains("业务日", "星期二", "已关闭", "lang=\"zh-CN\"").doesNotContain("??");
        assertThat(viewer.get("/nights/2026-03-03").body()).contains("终端清分").doesNotContain("??");
        assertThat(browser("zh-CN,zh;q=0.9").get("/").body()).contains("登录");
    }

    @Test
    void aLanguageWithoutWordsIsAsIfNoneWasNamed() throws Exception {
        for (String language : new String[] {"de", "%00", "../x", "%F0%9F%92%B0", "x".repeat(300), ""}) {
            Browser stranger = browser("zh-CN");
            HttpResponse<String> page = stranger.get("/sign-in?locale=" + language);
            assertThat(page.body()).as(language).doesNotContain("??");
            assertThat(page.statusCode()).as(language).isEqualTo(language.equals("%00") ? 400 : 200);
            assertThat(stranger.get("/sign-in").body()).as(language).contains("lang=\"zh-CN\"", "登录");
        }
        Browser chosen = browser("zh-CN");
        chosen.get("/sign-in?locale=en");
        assertThat(chosen.get("/sign-in").body()).contains("<h1>Sign in</h1>");
    }

    /** PostgreSQL keeps none, so it would be an error of the program there. */
    @Test
    void aCharacterZeroIsTurnedAwayAtTheDoor() throws Exception {
        Browser viewer = browser("zh-CN");
        viewer.signIn(PASSWORDS.get(Role.VIEWER), GOOD);
        for (String path :
                new String[] {"/cases?search=%00", "/merchants?search=a%00b", "/transactions?reference=%00"}) {
            HttpResponse<String> page = viewer.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(400);
            assertThat(page.body()).contains("操作未完成").doesNotContain("??");
        }
        HttpResponse<String> problem = viewer.get("/api/merchants?search=%00");
        assertThat(problem.statusCode()).isEqualTo(400);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(viewer.submit("/password", "/tokens", Map.of("label", "a\0b", "days", "1"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void saysTheSameWhateverIsWrong() throws Exception {
        String unknown = browser("en").signIn("nobody", GOOD).body();
        String wrong =
                browser("en").signIn(PASSWORDS.get(Role.OPS), "something else").body();
        assertThat(unknown.replaceAll("value=\"[^\"]+\"", "")).isEqualTo(wrong.replaceAll("value=\"[^\"]+\"", ""));
        assertThat(unknown).contains("Not signed in");
    }

    @Test
    void takesNoFormWithoutItsToken() throws Exception {
        Browser viewer = browser("en");
        viewer.signIn(PASSWORDS.get(Role.VIEWER), GOOD);
        assertThat(viewer.post("/password", Map.of("old", GOOD, "chosen", "x", "again", "x"), "")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void endsTheSessionOfWhoeverIsDisabled() throws Exception {
        Users users = ServedNight.part(Users.class);
        String given = users.create(new Actor("admin"), "leaver", "Leaver", Set.of(Role.VIEWER));
        users.changePassword("leaver", given, GOOD);
        Browser leaver = browser("en");
        assertThat(leaver.signIn("leaver", GOOD).body()).contains("2026-03-03");
        users.change(new Actor("admin"), "leaver", Set.of(Role.VIEWER), false);
        assertThat(leaver.get("/").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void tellsBrowsersToTrustNothingElse() throws Exception {
        HttpResponse<String> page = browser("en").get("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
        assertThat(page.body()).doesNotContain("<style", "style=\"", "onclick", "<script>");
    }

    /** Every handler stands in the list of doors, or is one of the open ones. */
    @Test
    void opensEveryDoorToWhomItIsForAndToNobodyElse() throws Exception {
        RequestMappingHandlerMapping mapping = ServedNight.part(RequestMappingHandlerMapping.class);
        Set<String> known = new java.util.TreeSet<>(Set.of("/sign-in", "/password", "/metrics", "/error"));
        Doors.ALL.forEach(door -> known.add(door.pattern()));
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            assertThat(known).containsAll(info.getPatternValues());
        }
        for (Role role : Role.values()) {
            Browser browser = browser("en");
            browser.signIn(PASSWORDS.get(role), GOOD);
            for (Doors.Door door : Doors.ALL) {
                boolean allowed = Role.permissionsOf(Set.of(role)).contains(door.permission());
                assertThat(statusAt(browser, door)).as(role + " " + door).isEqualTo(allowed ? 200 : 403);
            }
            assertThat(browser.get("/no-such-page").statusCode()).isEqualTo(403);
        }
    }

    /** With a valid token and no fields: whoever is let in gets the page or is told what is missing or unknown. */
    private static int statusAt(Browser browser, Doors.Door door) throws Exception {
        String path = door.pattern()
                .replace("{date}", "2026-03-03")
                .replace("{name}", "no.such.user")
                .replace("{merchant}", ServedNight.MERCHANT)
                .replace("{currency}", "CNY")
                .replace("{report}", "fees")
                .replace("{job}", "month-end")
                .replace("{hold}", "H0")
                .replace("{view}", "0")
                .replace("{token}", "0")
                .replace("{selection}", "S0")
                .replace("{adjustment}", "J0")
                .replace("{id}", caseId);
        int status = door.method() == HttpMethod.GET
                ? browser.get(path).statusCode()
                : browser.submit("/", path, Map.of()).statusCode();
        return Set.of(400, 404, 409, 415).contains(status) ? 200 : status;
    }

    @Test
    void twoPersonsDecideACase() throws Exception {
        Browser reviewer = browser("en");
        reviewer.signIn(PASSWORDS.get(Role.REVIEWER), GOOD);
        String page = "/cases/" + caseId;
        assertThat(reviewer.get("/cases?kind=ORPHAN_CAPTURE").body()).contains(caseId, "Slip without authorization");
        assertThat(reviewer.get("/cases?state=APPLIED").body()).contains("No case fits");
        Map<String, String> wanted = Map.of("resolution", "WRITE_OFF", "comment", "shop showed <slip> & delivery");
        String preview = reviewer.submit(page, page + "/preview", wanted).body();
        assertThat(preview).contains("What it would book", "merchant-payable");
        assertThat(reviewer.get(page).body()).contains("Nobody has done anything yet");
        assertThat(reviewer.submit(page, page + "/propose", wanted).body())
                .contains("Proposed", "proposed by a.reviewer: shop showed &lt;slip&gt; &amp; delivery")
                .doesNotContain("Approve</button>");
        assertThat(reviewer.submit(page, page + "/approve", Map.of()).statusCode())
                .isEqualTo(403);

        Browser approver = browser("zh-CN");
        approver.signIn(PASSWORDS.get(Role.APPROVER), GOOD);
        assertThat(approver.get(page).body()).contains("复核通过", "核销", "有签购单无授权", "入账预览", "merchant-payable");
        Map<String, String> why = Map.of("comment", "wrong slip");
        assertThat(approver.submit(page, page + "/back", why).statusCode()).isEqualTo(403);
        assertThat(reviewer.submit(page, page + "/back", why).body()).contains("Open", "Suggested", "wrong slip");
        assertThat(reviewer.submit(page, page + "/back", why).body()).contains("no proposal that waits for approval");
        reviewer.submit(page, page + "/propose", wanted);
        assertThat(approver.submit(page, page + "/approve", Map.of("proposal", caseId + ".1"))
                        .body())
                .contains("与您查看的不同", "待复核");
        assertThat(approver.submit(page, page + "/approve", Map.of("proposal", caseId + ".2"))
                        .body())
                .contains("已复核");
        assertThat(approver.submit(page, page + "/reject", Map.of("comment", "late"))
                        .body())
                .contains("role=\"alert\"");
    }

    @Test
    void twoPersonsLetPayoutsGo() throws Exception {
        Browser finance = browser("en");
        finance.signIn(PASSWORDS.get(Role.FINANCE), GOOD);
        String page = "/payouts/2026-03-03";
        assertThat(finance.get(page).body()).contains("What would leave", "SHA-256", "Propose the release");
        assertThat(finance.submit(page, page + "/propose", Map.of("totals", "")).body())
                .contains("No. 1, proposed by a.finance")
                .doesNotContain("Prove the date and release");
        assertThat(finance.submit(page, page + "/approve", Map.of()).statusCode())
                .isEqualTo(403);
        Browser approver = browser("en");
        approver.signIn(PASSWORDS.get(Role.APPROVER), GOOD);
        assertThat(approver.get(page).body()).contains("Prove the date and release");
        finance.submit(page, page + "/withdraw", Map.of("reason", "looked at once more"));
        finance.submit(page, page + "/propose", Map.of("totals", ""));
        for (String wrong : new String[] {"", "not the password"}) {
            assertThat(approver.submit(page, page + "/approve", Map.of("proposal", "2", "password", wrong))
                            .body())
                    .contains("this is not your password", "Your password, once more")
                    .doesNotContain("Nothing waits for release");
        }
        assertThat(approver.submit(page, page + "/approve", Map.of("proposal", "1", "password", GOOD))
                        .body())
                .contains("proposal 2 of 2026-03-03 by a.finance took the place of the one you looked at")
                .doesNotContain("Nothing waits for release");
        assertThat(approver.submit(page, page + "/approve", Map.of("proposal", "2", "password", GOOD))
                        .body())
                .contains("Released", "approved by a.approver", "Nothing waits for release");
        assertThat(ServedNight.home().resolve("outbox/2026-03-03/released")).isNotEmptyDirectory();
        assertThat(finance.submit(page, page + "/sent", Map.of()).body()).contains("Sent");
        assertThat(approver.submit(page, page + "/approve", Map.of("proposal", "2"))
                        .body())
                .contains("role=\"alert\"");
    }

    @Test
    void anAdministratorMakesAndEndsUsers() throws Exception {
        Browser admin = browser("en");
        admin.signIn(PASSWORDS.get(Role.ADMIN), GOOD);
        String made = admin.submit(
                        "/users", "/users", Map.of("name", "wang.wei", "displayName", "Wang <Wei>", "roles", "OPS"))
                .body();
        Matcher password = Pattern.compile("class=\"secret\">([^<]+)<").matcher(made);
        assertThat(password.find()).isTrue();
        assertThat(made).contains("Wang &lt;Wei&gt;").doesNotContain("Wang <Wei>");
        Browser wang = browser("en");
        assertThat(wang.signIn("wang.wei", password.group(1)).uri().getPath()).isEqualTo("/password");
        assertThat(admin.get("/users").body()).doesNotContain(password.group(1));
        admin.submit("/users", "/users/wang.wei", Map.of("roles", "OPS"));
        assertThat(wang.get("/").uri().getPath()).isEqualTo("/sign-in");
        assertThat(admin.submit("/users", "/users", Map.of("name", "Wang", "displayName", "x"))
                        .body())
                .contains("is no user name");
    }
}
