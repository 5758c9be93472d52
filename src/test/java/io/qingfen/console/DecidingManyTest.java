package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.access.Role;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many cases of the queue at once, exactly as they were looked at; views of the queue that people keep. */
class DecidingManyTest {
    private static final String MANY = "/cases/many?kind=ORPHAN_AUTHORIZATION";

    @BeforeAll
    static void serve() {
        ServedNight.start();
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static int cases(String page) {
        return (int) Pattern.compile("href=\"/cases/K[0-9a-f]")
                .matcher(page)
                .results()
                .count();
    }

    @Test
    void twoPersonsDecideWhatOneOfThemLookedAt() throws Exception {
        Browser reviewer = ServedNight.signedIn(Role.REVIEWER, "en");
        assertThat(reviewer.get("/cases?kind=ORPHAN_AUTHORIZATION").body()).contains("Decide these together");
        String page = reviewer.get(MANY).body();
        int count = cases(page);
        assertThat(count).isEqualTo(4);
        assertThat(page).contains("Propose for all 4 cases", "408.00 CNY").doesNotContain("value=\"LINK\"", "??");
        Map<String, String> wanted = new HashMap<>(Map.of(
                "kind", "ORPHAN_AUTHORIZATION", "resolution", "DO_NOT_SETTLE", "comment", "无签购单 <came>", "seal", "0"));
        HttpResponse<String> others = reviewer.submit(MANY, "/cases/many", wanted);
        assertThat(others.statusCode()).isEqualTo(409);
        assertThat(others.body()).contains("4 with 408.00 CNY at stake now; nothing was proposed");
        assertThat(cases(reviewer.get(MANY).body())).as("nothing was proposed").isEqualTo(4);

        wanted.put("seal", found("name=\"seal\" value=\"([0-9a-f]{64})\"", page));
        HttpResponse<String> proposed = reviewer.submit(MANY, "/cases/many", wanted);
        String selection = proposed.uri().getPath();
        assertThat(selection).matches("/cases/selections/S[0-9a-f]{16}");
        assertThat(proposed.body())
                .contains("proposed by a.reviewer: 无签购单 &lt;came&gt;")
                .doesNotContain("Approve all", "??");
        assertThat(reviewer.get(MANY).body()).contains("no open case of that kind");

        Browser approver = ServedNight.signedIn(Role.APPROVER, "zh-CN");
        assertThat(approver.get("/cases").body()).contains("a.reviewer 批量建议 4 笔，涉及 408.00 CNY");
        assertThat(approver.get(selection).body()).contains("复核通过全部 4 笔").doesNotContain("??");
        HttpResponse<String> wrong =
                approver.submit(selection, selection + "/approve", Map.of("count", "4", "sum", "408.01"));
        assertThat(wrong.statusCode()).isEqualTo(409);
        assertThat(wrong.body()).contains("共 4 笔、408.00 CNY，与 4 笔、408.01 不符");
        assertThat(approver.submit(selection, selection + "/approve", Map.of("count", "4", "sum", "408.00"))
                        .body())
                .contains("无待复核", "已复核");
        assertThat(approver.submit(selection, selection + "/reject", Map.of("comment", "late"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(approver.get("/cases/selections/S0").statusCode()).isEqualTo(404);
    }

    @Test
    void aViewIsKeptSharedAndForgottenByItsOwnerAlone() throws Exception {
        Browser reviewer = ServedNight.signedIn(Role.REVIEWER, "en");
        Map<String, String> view = Map.of(
                "name", "Slips & <orphans>", "shared", "true", "kind", "ORPHAN_CAPTURE", "state", "", "search", " ");
        HttpResponse<String> kept = reviewer.submit("/cases", "/views", view);
        assertThat(kept.uri().getQuery()).isEqualTo("kind=ORPHAN_CAPTURE");
        assertThat(kept.body()).contains("Slips &amp; &lt;orphans&gt;", "/cases?kind=ORPHAN_CAPTURE\"");
        reviewer.submit("/cases", "/views", view);
        String own = reviewer.get("/cases").body();
        assertThat(Pattern.compile("/views/[0-9]+/forget").matcher(own).results())
                .hasSize(1);
        String forget = "/views/" + found("/views/([0-9]+)/forget", own) + "/forget";

        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        assertThat(finance.get("/cases").body())
                .contains("shared by a.reviewer")
                .doesNotContain(forget);
        assertThat(finance.submit("/cases", forget, Map.of()).statusCode()).isEqualTo(404);
        assertThat(reviewer.submit("/cases", forget, Map.of()).body()).doesNotContain("Slips &amp;");
        assertThat(reviewer.submit("/cases", "/views", Map.of("name", "card 6222021234567890123"))
                        .body())
                .contains("6222****0123");
    }

    @Test
    void theQueueIsSearchedAndTurnedPageByPage() throws Exception {
        Browser viewer = ServedNight.signedIn(Role.VIEWER, "en");
        String page = viewer.get("/cases").body();
        List<String> ids = Pattern.compile("data-row href=\"/cases/(K[0-9a-f]+)\"")
                .matcher(page)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(ids).hasSizeGreaterThan(2);
        assertThat(cases(viewer.get("/cases?search=" + ids.get(1)).body())).isEqualTo(1);
        assertThat(cases(viewer.get("/cases?after=" + ids.get(1)).body())).isEqualTo(ids.size() - 2);
        assertThat(viewer.get("/cases?search=10000001").body())
                .contains("10000001")
                .doesNotContain("10000021");
        assertThat(viewer.get("/cases?search=%25").body()).contains("No case fits");
    }
}
