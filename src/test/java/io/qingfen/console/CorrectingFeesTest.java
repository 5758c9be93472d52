package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.access.Role;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.Sum;
import io.qingfen.repricing.WhatIf;
import io.qingfen.run.AuditTrail;
import io.qingfen.run.AuditTrail.Wanted;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fees of a closed date under other plans, looked at by one person, proposed, and approved by another. */
class CorrectingFeesTest {
    private static final String PAGE = "/what-if";
    private static String others;

    @TempDir
    private Path folder;

    @BeforeAll
    static void serve() throws Exception {
        ServedNight.start();
        String plans = Files.readString(ServedNight.home().resolve("reference/fee-plans.yml"));
        others = plans.replaceAll("rate: 0\\.[0-9]+%", "rate: 1.00%");
        assertThat(others).isNotEqualTo(plans);
    }

    private static Map<String, String> plans(String text) {
        return Map.of("from", "2026-03-03", "to", "2026-03-03", "name", "signed.yml", "plans", text);
    }

    /** The page asks the same again and again. */
    private static String ended(Browser browser) throws Exception {
        for (int tenths = 0; tenths < 300; tenths++) {
            HttpResponse<String> part = browser.get(PAGE + "/act");
            assertThat(part.body()).doesNotContain("<html", "??");
            if (part.headers().firstValue("HX-Refresh").isPresent()) {
                return browser.get(PAGE).body();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it does not end");
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }

    @Test
    void showsWhatTheServiceReckonsAndTellsWhatIsWrongWithPlans() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        assertThat(viewer.get(PAGE).body())
                .contains("plans:", "value=\"2026-03-03\"", "you need the role Finance")
                .doesNotContain("Compare</button>", "??");
        assertThat(viewer.submit(PAGE, PAGE, plans(others)).statusCode()).isEqualTo(403);
        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        finance.submit(PAGE, PAGE, plans("plans: 7"));
        assertThat(ended(finance))
                .contains("The comparison was refused", "signed.yml:1")
                .doesNotContain("/tmp/");
        Map<String, String> nameless = new HashMap<>(plans(others));
        nameless.put("name", "../signed.yml");
        assertThat(finance.submit(PAGE, PAGE, nameless).body())
                .contains("plans need a name")
                .contains("1.00%");

        finance.submit(PAGE, PAGE, plans(others));
        String page = ended(finance);
        Path file = Files.writeString(folder.resolve("signed.yml"), others);
        Comparison same = ServedNight.part(WhatIf.class).compare(ServedNight.DATE, ServedNight.DATE, file, day -> {});
        assertThat(same.totals()).hasSize(1);
        Sum total = same.totals().values().iterator().next();
        assertThat(total.differenceMinor()).isPositive();
        Show show = new Show();
        assertThat(page)
                .contains("What if signed.yml had been in force on 2026-03-03", ServedNight.MERCHANT)
                .contains(show.change(total.differenceMinor(), "CNY"), show.money(total.otherMinor(), "CNY"))
                .doesNotContain("??");
        assertThat(ServedNight.signedIn(Role.FINANCE, "zh-CN").get(PAGE).body())
                .contains("若 2026-03-03 执行 signed.yml", "按规则")
                .doesNotContain("??");
    }

    @Test
    void twoPersonsCorrectWhatOneOfThemCompared() throws Exception {
        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        finance.submit(PAGE, PAGE, plans(others));
        String no = found("name=\"no\" value=\"([0-9]+)\"", ended(finance));
        assertThat(finance.submit(PAGE, PAGE + "/propose", Map.of("no", "0", "reason", "contract of 1 March"))
                        .body())
                .contains("is not your last comparison");
        finance.submit(PAGE, PAGE + "/propose", Map.of("no", no, "reason", "contract <of> 1 March"));
        String id = found("/adjustments/(J[0-9a-f]{20})", ended(finance));
        String address = "/adjustments/" + id;
        assertThat(finance.get(address).body())
                .contains("proposed by a.finance: contract &lt;of&gt; 1 March", "signed.yml", "-")
                .doesNotContain("approve\"", "??");
        assertThat(finance.get("/adjustments").body()).contains(id);
        assertThat(finance.submit(address, address + "/approve", Map.of()).statusCode())
                .isEqualTo(403);

        Browser approver = ServedNight.signedIn(Role.APPROVER, "zh-CN");
        assertThat(approver.get(address).body()).contains("重新核算并复核通过").doesNotContain("??");
        approver.submit(address, address + "/approve", Map.of());
        ended(approver);
        assertThat(approver.get(address).body()).contains("已复核", "a.approver");
        assertThat(approver.submit(address, address + "/reject", Map.of("reason", "too late"))
                        .body())
                .contains("无法执行此操作");
        assertThat(finance.submit(address, address + "/withdraw", Map.of("reason", "not signed after all"))
                        .body())
                .contains("Withdrawn", "not signed after all");
        List<String> acts = ServedNight.part(AuditTrail.class)
                .find(new Wanted("", "adjustments.", "", Optional.empty(), Optional.empty(), 0, 10))
                .stream()
                .map(one -> one.actor() + " " + one.action())
                .toList();
        assertThat(acts)
                .containsExactly(
                        "a.finance adjustments.withdraw",
                        "a.approver adjustments.approve",
                        "a.finance adjustments.propose");
        assertThat(approver.get("/adjustments/J0").statusCode()).isEqualTo(404);
    }
}
