package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.access.Role;
import io.qingfen.reports.ReportName;
import io.qingfen.reports.Reports;
import io.qingfen.run.AuditTrail;
import io.qingfen.run.AuditTrail.Wanted;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports that are made when somebody asks, on pages and as files. */
class TakingReportsTest {
    private static final String NIGHT = "/nights/2026-03-03/reports/";

    @BeforeAll
    static void serve() {
        ServedNight.start();
    }

    @Test
    void everyReportIsAPageInBothLanguages() throws Exception {
        Map<String, String> words = Map.of("en", "Made from the books when you asked", "zh-CN", "按您的请求由账簿生成");
        for (Map.Entry<String, String> language : words.entrySet()) {
            Browser viewer = ServedNight.signedIn(Role.VIEWER, language.getKey());
            for (ReportName name : ReportName.values()) {
                HttpResponse<String> page = viewer.get(NIGHT + name.key());
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body())
                        .contains(language.getValue(), "<section><h2>", name.key() + ".xlsx")
                        .doesNotContain("??", "<style", "style=\"", "<script>");
            }
        }
        String chinese = ServedNight.signedIn(Role.VIEWER, "zh-CN")
                .get(NIGHT + "reconciliation")
                .body();
        assertThat(chinese).contains("对账与账龄", "有签购单无授权", "待处理差错明细").doesNotContain("Open cases");
    }

    @Test
    void everyFileHasItsHashCanBeContinuedAndIsAudited() throws Exception {
        Browser finance = ServedNight.signedIn(Role.FINANCE, "en");
        for (String form : Reports.FORMS) {
            String address = NIGHT + "fees/file?form=" + form;
            HttpResponse<byte[]> whole = finance.bytes(address, "");
            assertThat(whole.statusCode()).as(form).isEqualTo(200);
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.body()));
            assertThat(whole.headers().firstValue("ETag")).contains('"' + sha256 + '"');
            assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("2026-03-03_fees." + form);
            assertThat(finance.get(NIGHT + "fees/sha256?form=" + form).body())
                    .isEqualTo(sha256 + "  2026-03-03_fees." + form + "\n");
            HttpResponse<byte[]> rest = finance.bytes(address, "bytes=100-");
            assertThat(rest.statusCode()).isEqualTo(206);
            assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 100, whole.body().length));
            assertThat(downloads()).anySatisfy(one -> {
                assertThat(one.subject()).isEqualTo("2026-03-03 2026-03-03_fees." + form);
                assertThat(one.detail()).contains(sha256);
            });
        }
        assertThat(finance.get(NIGHT + "fees/file?form=csv&table=fees_by_rule").body())
                .startsWith("currency,fee_kind,fee_rule,count,volume,fees_charged,scheme_cost,margin,margin_bp\n");
    }

    private static List<AuditTrail.Entry> downloads() {
        return ServedNight.part(AuditTrail.class)
                .find(new Wanted("a.finance", "console.download", "", Optional.empty(), Optional.empty(), 0, 200));
    }

    @Test
    void whatThereIsNotIsSaid() throws Exception {
        Browser finance = ServedNight.signedIn(Role.FINANCE, "zh-CN");
        for (String none : List.of("nothing", "fees/file?form=exe", "fees/file?form=csv&table=none")) {
            assertThat(finance.get(NIGHT + none).statusCode()).as(none).isEqualTo(404);
        }
        HttpResponse<String> unknown = finance.get("/nights/2020-01-01/reports/fees");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("账簿中没有 2020-01-01");
        assertThat(ServedNight.signedIn(Role.REVIEWER, "en")
                        .get(NIGHT + "fees/file?form=xlsx")
                        .statusCode())
                .isEqualTo(403);
        assertThat(ServedNight.signedIn(Role.REVIEWER, "en").get(NIGHT + "fees").body())
                .contains("Margin by channel")
                .doesNotContain("fees.xlsx");
    }
}
