package io.qingfen.reports.batch;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How cells look, each style made once. */
final class WorkbookStyles {
    private final XSSFWorkbook workbook;
    private final XSSFFont bold;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle totalText;
    private final CellStyle noNumber;
    private final Map<String, CellStyle> numbers = new HashMap<>();

    WorkbookStyles(XSSFWorkbook workbook) {
        this.workbook = workbook;
        bold = workbook.createFont();
        bold.setBold(true);
        text = text();
        XSSFCellStyle heads = markedText();
        heads.setFont(bold);
        heads.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.index);
        heads.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        heads.setBorderBottom(BorderStyle.THIN);
        head = heads;
        totalText = total(markedText());
        XSSFCellStyle dash = markedText();
        dash.setAlignment(HorizontalAlignment.RIGHT);
        dash.setVerticalAlignment(VerticalAlignment.TOP);
        noNumber = dash;
    }

    CellStyle head() {
        return head;
    }

    CellStyle text() {
        if (text != null) {
            return text;
        }
        XSSFCellStyle style = markedText();
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    /** Of a dash among numbers. */
    CellStyle noNumber() {
        return noNumber;
    }

    CellStyle totalText() {
        return totalText;
    }

    CellStyle number(String format, boolean total) {
        return numbers.computeIfAbsent(format + (total ? " total" : ""), key -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            style.setVerticalAlignment(VerticalAlignment.TOP);
            return total ? total(style) : style;
        });
    }

    private XSSFCellStyle total(XSSFCellStyle style) {
        style.setFont(bold);
        style.setBorderTop(BorderStyle.THIN);
        return style;
    }

    private XSSFCellStyle markedText() {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setQuotePrefixed(true);
        return style;
    }
}
