package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportCell.Text;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSection.Column;
import io.qingfen.reports.ReportSection.Lead;
import io.qingfen.reports.ReportSection.Look;
import io.qingfen.reports.ReportSection.Tone;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Page, workbook and PDF are read back and hold the same cells; what somebody wrote into a name stays a name. */
class ShowingTheSameInEveryFormTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final String FORMULA = "=HYPERLINK(\"http://x\",\"go\")";
    private static final String ACQUIRER = "Example Acquirer 示例";

    private final List<ReportSection> sections = List.of(
            section(
                    "headline",
                    Look.TILES,
                    List.of(text("Cleared sales · CNY"), new Money(123_456_789_01L, "CNY", false)),
                    List.of(text("Payouts · JPY"), new Money(-1_234, "JPY", false)),
                    List.of(text("Approval rate"), ReportCell.share("0.9876")),
                    List.of(text("Straight-through rate"), ReportCell.share(null))),
            section("status", Look.DONUT, counted("Settled", 1_234), counted("Held", 5), counted("Not settled", 0)),
            section("hours", Look.UPRIGHT, counted("0", 3), counted("1", 7_000)),
            section(
                    "top_merchants",
                    Look.BARS,
                    List.of(text(FORMULA), new Money(5_000, "CNY", true)),
                    List.of(text("老王面馆 · 898310058120001"), new Money(70_001, "CNY", true)),
                    List.of(text("@SUM(A1) <script>"), new Money(1, "CNY", true))),
            section("deposits", Look.TABLE, manyRows()),
            new ReportSection(
                    "failures",
                    Look.BARS,
                    "Failures",
                    new Lead("No failed attempts", Tone.PLAIN),
                    List.of(new Column("category", "Category", false), new Column("count", "Count", true)),
                    List.of(),
                    true));

    @Test
    void theWorkbookHoldsNumbersAsNumbersAndNoFormula() throws IOException {
        SameCells same = new SameCells(sections, "Total");
        same.requireInWorkbook(bytes(ReportForm.XLSX));
        assertThat(same.compared()).isGreaterThan(150);
    }

    @Test
    void anAmountThatACellCannotKeepIsWrittenAsText() throws IOException {
        List<ReportSection> large = List.of(section(
                "headline", Look.TILES, List.of(text("Sales"), new Money(1_234_567_890_123_456_78L, "CNY", false))));
        byte[] bytes = ReportForm.XLSX.of(DATE, ACQUIRER, ShippedTexts.in("en"), large);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("1234567890123456.78");
        }
    }

    @Test
    void pageAndPdfShowEveryCellAndTotal() throws Exception {
        SameCells same = new SameCells(sections, "Total");
        same.requireInPage(bytes(ReportForm.HTML));
        same.requireInPdf(bytes(ReportForm.PDF));
        assertThat(same.compared()).isGreaterThan(300);
        try (PDDocument document = Loader.loadPDF(bytes(ReportForm.PDF))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void theSameSectionsGiveTheSameBytesWheneverTheyAreWritten() throws Exception {
        for (ReportForm form : ReportForm.values()) {
            byte[] first = bytes(form);
            // two seconds is what an archive can tell apart
            Thread.sleep(form == ReportForm.XLSX ? 2_100 : 0);
            assertThat(bytes(form)).as(form.fileName()).isEqualTo(first);
        }
    }

    private byte[] bytes(ReportForm form) throws IOException {
        return form.of(DATE, ACQUIRER, ShippedTexts.in("en"), sections);
    }

    private static ReportCell text(String text) {
        return new Text(text);
    }

    private static List<ReportCell> counted(String label, long count) {
        return List.of(text(label), new Count(count));
    }

    @SafeVarargs
    private static ReportSection section(String key, Look look, List<ReportCell>... rows) {
        return new ReportSection(
                key,
                look,
                "Title of " + key,
                Lead.NONE,
                List.of(new Column("what", "What", false), new Column("how_many", "How many", true)),
                List.of(rows),
                look != Look.TILES);
    }

    @SuppressWarnings("unchecked")
    private static List<ReportCell>[] manyRows() {
        List<List<ReportCell>> rows = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            rows.add(List.of(
                    text("a state of row " + row + " that is told in far more words than fit into one line of a page, "
                            + "so that they go on in the next 原因很长的说明文字也要换行"),
                    new Money(1_000_00L * row, "CNY", true)));
        }
        return rows.toArray(List[]::new);
    }
}
