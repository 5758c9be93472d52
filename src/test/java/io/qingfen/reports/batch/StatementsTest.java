package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reports.Statement;
import io.qingfen.reports.Statement.Line;
import io.qingfen.reports.Statement.Payout;
import io.qingfen.reports.StatementPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class StatementsTest {
    private static final LocalDate MAR_12 = LocalDate.of(2026, 3, 12);

    @Test
    void theOpeningBalanceComesFirstAndNothingIsLeftOut() {
        Map<String, Long> position = new LinkedHashMap<>();
        position.put("SALES", 500_00L);
        position.put("MERCHANT_FEES", -2_50L);
        position.put("ADJUSTMENTS", 7_00L);
        position.put("BROUGHT_FORWARD", -30_00L);

        List<Line> lines = Statement.lines(
                position,
                List.of(
                        new Line("SALES", "UNIONPAY", 2, 300_00),
                        new Line("SALES", "WECHAT", 1, 200_00),
                        new Line("MERCHANT_FEES", "UNIONPAY DEBIT debit", 3, -2_00)));

        assertThat(lines)
                .containsExactly(
                        new Line("OPENING_BALANCE", "", 0, -30_00),
                        new Line("SALES", "UNIONPAY", 2, 300_00),
                        new Line("SALES", "WECHAT", 1, 200_00),
                        new Line("MERCHANT_FEES", "UNIONPAY DEBIT debit", 3, -2_00),
                        new Line("MERCHANT_FEES", "", 0, -50),
                        new Line("ADJUSTMENTS", "", 0, 7_00));
    }

    @Test
    void theVisibleLinesSumToThePayoutAndTextsAreNoFormulas() throws IOException {
        Statement statement = statement("=SUM(A1:A9)", "+1 reason");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        assertThat(StatementCsv.write(List.of(statement), bytes)).isEqualTo(5);

        assertThat(statement.netMinor()).isEqualTo(statement.payout().minor());
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("""
                        business_date,merchant_id,merchant_name,currency,line,detail,count,amount,balance
                        2026-03-12,M1,"'=SUM(A1:A9)",CNY,OPENING_BALANCE,,,-30.00,-30.00
                        2026-03-12,M1,"'=SUM(A1:A9)",CNY,SALES,"UNIONPAY",1,500.00,470.00
                        2026-03-12,M1,"'=SUM(A1:A9)",CNY,ADJUSTMENTS,"'+1 reason",,-10.00,460.00
                        2026-03-12,M1,"'=SUM(A1:A9)",CNY,PAYOUT,"P20260312-M1, value date 2026-03-13, account 9900****0029",,-460.00,0.00
                        2026-03-12,M1,"'=SUM(A1:A9)",CNY,CLOSING_BALANCE,,,,0.00
                        """);
    }

    @Test
    void thePdfCarriesItsFontsAndIsTheSameBytesEachTime() throws IOException {
        byte[] first = pdf(statement("云溪书店（镕喆）", "调整"), "zh");

        assertThat(pdf(statement("云溪书店（镕喆）", "调整"), "zh")).isEqualTo(first);
        assertThat(first.length).isLessThan(100_000);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("商户结算单", "云溪书店（镕喆）", "期初余额", "消费 UNIONPAY 1 500.00 470.00", "本次付款", "460.00");
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void aLongStatementGoesOnOnTheNextPageAndUnknownCharactersAreMarked() throws IOException {
        List<Line> many = new ArrayList<>();
        for (int line = 0; line < 90; line++) {
            many.add(
                    new Line("DEPOSIT_REFUND", "terminal " + line + " \uE123 " + "counted volume ".repeat(9), 0, 1_00));
        }
        Statement statement = new Statement(MAR_12, "M1", "Shop \uD83D\uDE00", Currency.CNY, many, null, 90_00);
        try (PDDocument document = Loader.loadPDF(pdf(statement, "en"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Settlement statement", "Shop ?", "terminal 0 ? counted", "Closing balance 90.00");
        }
    }

    private static byte[] pdf(Statement statement, String language) throws IOException {
        try (StatementPdf pdf = new StatementPdf()) {
            return pdf.of(List.of(new StatementPage(
                    statement, "收单机构 Acquirer", ShippedTexts.in(language).words())));
        }
    }

    private static Statement statement(String name, String detail) {
        return new Statement(
                MAR_12,
                "M1",
                name,
                Currency.CNY,
                List.of(
                        new Line("OPENING_BALANCE", "", 0, -30_00),
                        new Line("SALES", "UNIONPAY", 1, 500_00),
                        new Line("ADJUSTMENTS", detail, 0, -10_00)),
                new Payout("P20260312-M1", "9900****0029", MAR_12.plusDays(1), 460_00),
                0);
    }
}
