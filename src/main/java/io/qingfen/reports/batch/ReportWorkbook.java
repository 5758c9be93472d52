package io.qingfen.reports.batch;

import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.Shown;
import io.qingfen.reports.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A report as a workbook: a sheet for each section, numbers as numbers, charts from the cells beside them. No
 * cell is a formula, and no text can become one. The same bytes for the same content.
 */
final class ReportWorkbook implements AutoCloseable {
    /** What a cell keeps of a number exactly. */
    private static final int DIGITS = 15;

    private static final int WIDEST = 60;
    private static final int CHARACTER = 256;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final WorkbookStyles styles = new WorkbookStyles(workbook);
    private final String title;
    private final String totalWord;
    private final Words words;

    private ReportWorkbook(String title, Words words) {
        this.title = title;
        this.totalWord = words.of("total");
        this.words = words;
    }

    /**
     * @param title is below the first sheet and above each printed one
     */
    static byte[] of(LocalDate businessDate, String title, Words words, List<ReportSection> sections)
            throws IOException {
        try (ReportWorkbook report = new ReportWorkbook(title, words)) {
            report.properties(businessDate);
            sections.forEach(report::sheet);
            report.titleBelow(report.workbook.getSheetAt(0));
            return FixedZip.of(report.workbook);
        }
    }

    private void properties(LocalDate businessDate) {
        CoreProperties core = workbook.getProperties().getCoreProperties();
        Date made = Date.from(businessDate.atStartOfDay(ZoneOffset.UTC).toInstant());
        core.setTitle(title);
        core.setCreator("Qingfen");
        core.setCreated(Optional.of(made));
        core.setModified(Optional.of(made));
    }

    private void titleBelow(XSSFSheet sheet) {
        text(sheet.createRow(sheet.getLastRowNum() + 2).createCell(0), title, styles.totalText());
    }

    private void sheet(ReportSection section) {
        XSSFSheet sheet = workbook.createSheet(free(WorkbookUtil.createSafeSheetName(section.title())));
        List<String> heads =
                section.columns().stream().map(ReportSection.Column::title).toList();
        Row head = sheet.createRow(0);
        for (int column = 0; column < heads.size(); column++) {
            text(head.createCell(column), heads.get(column), styles.head());
        }
        sheet.createFreezePane(0, 1);
        section.seen().forEach(row -> row(sheet, section, row, false));
        section.total(totalWord).ifPresent(total -> row(sheet, section, total, true));
        section.unseen(words).ifPresent(note -> below(sheet, note));
        if (!section.lead().text().isEmpty()) {
            below(sheet, section.lead().text());
        }
        if (!section.rows().isEmpty()) {
            sheet.setAutoFilter(new CellRangeAddress(0, section.seen().size(), 0, heads.size() - 1));
            WorkbookCharts.draw(sheet, section);
        }
        widths(sheet, section);
        sheet.getHeader().setLeft(title);
        sheet.getHeader().setRight(section.title());
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void below(XSSFSheet sheet, String note) {
        text(sheet.createRow(sheet.getLastRowNum() + 2).createCell(0), note, styles.text());
    }

    private String free(String wanted) {
        String name = wanted;
        for (int number = 2; workbook.getSheet(name) != null; number++) {
            String tail = " " + number;
            name = wanted.substring(0, Math.min(wanted.length(), 31 - tail.length())) + tail;
        }
        return name;
    }

    private void row(XSSFSheet sheet, ReportSection section, List<ReportCell> cells, boolean total) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        for (int column = 0; column < cells.size(); column++) {
            ReportCell value = cells.get(column);
            if (value.equals(ReportCell.NOTHING)
                    && section.columns().get(column).number()) {
                text(row.createCell(column), value.shown(), styles.noNumber());
            } else {
                cell(row.createCell(column), value, total);
            }
        }
    }

    private void cell(Cell cell, ReportCell value, boolean total) {
        if (value instanceof ReportCell.Count count) {
            number(cell, BigDecimal.valueOf(count.count()), styles.number("#,##0", total));
        } else if (value instanceof ReportCell.Money money) {
            BigDecimal amount = new BigDecimal(money.plain());
            number(cell, amount, styles.number(format(money, amount.scale()), total));
        } else if (value instanceof ReportCell.Share share) {
            number(cell, new BigDecimal(share.ratio()), styles.number("0.00%", total));
        } else if (value instanceof ReportCell.BasisPoints points) {
            number(cell, new BigDecimal(points.points()), styles.number("0.00", total));
        } else if (value instanceof ReportCell.Day day) {
            cell.setCellValue(day.date());
            cell.setCellStyle(styles.number("yyyy-mm-dd", total));
        } else {
            text(cell, value.shown(), total ? styles.totalText() : styles.text());
        }
    }

    private static String format(ReportCell.Money money, int digits) {
        String amount = "#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits));
        return money.named() ? amount + "\" " + money.currency() + "\"" : amount;
    }

    /** A number of more digits than a cell keeps exactly is written as text: a wrong cent is worse. */
    private void number(Cell cell, BigDecimal value, CellStyle style) {
        if (value.precision() > DIGITS) {
            text(cell, value.toPlainString(), styles.text());
            return;
        }
        cell.setCellValue(value.doubleValue());
        cell.setCellStyle(style);
    }

    /** With the style that marks text, so that editing the cell does not turn it into a formula. */
    private static void text(Cell cell, String text, CellStyle style) {
        cell.setCellValue(Shown.visible(text));
        cell.setCellStyle(style);
    }

    /** By what is in them; asking the machine's fonts would make results differ. */
    private static void widths(XSSFSheet sheet, ReportSection section) {
        for (int column = 0; column < section.columns().size(); column++) {
            int at = column;
            int longest = section.seen().stream()
                    .mapToInt(row -> columns(row.get(at).shown()))
                    .max()
                    .orElse(0);
            longest = Math.max(longest, columns(section.columns().get(column).title()) + 4);
            sheet.setColumnWidth(column, (Math.min(longest, WIDEST) + 2) * CHARACTER);
        }
    }

    /** A Chinese character is as wide as two Latin ones. */
    private static int columns(String text) {
        return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
