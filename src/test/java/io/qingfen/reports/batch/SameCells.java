package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reports.Report;
import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportCell.Count;
import io.qingfen.reports.ReportCell.Money;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSection.Look;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads every form of a report back and compares it with the content it was made of, cell by cell. Counts the cells. */
final class SameCells {
    private final List<ReportSection> sections;
    private final String totalWord;
    private long compared;

    SameCells(List<ReportSection> sections, String totalWord) {
        this.sections = sections;
        this.totalWord = totalWord;
    }

    /** Cells that were compared by this. */
    long compared() {
        return compared;
    }

    private List<ReportCell> total(ReportSection section) {
        return section.total(totalWord).orElse(List.of());
    }

    private void same(Object found, Object expected, String where) {
        assertThat(found).as(where).isEqualTo(expected);
        compared++;
    }

    // pages ----------------------------------------------------------------------------------------------------------

    void requireInPage(byte[] page) throws Exception {
        String text = new String(page, StandardCharsets.UTF_8);
        String main = text.substring(text.indexOf("</header>") + 9, text.indexOf("<footer>"));
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<main>" + main + "</main>")))
                .getElementsByTagName("section");
        assertThat(found.getLength()).isEqualTo(sections.size());
        for (int at = 0; at < sections.size(); at++) {
            ReportSection section = sections.get(at);
            Element element = (Element) found.item(at);
            same(elements(element, "h2").get(0).getTextContent(), section.title(), "title");
            requireSection(element, section);
        }
    }

    private void requireSection(Element element, ReportSection section) {
        if (section.rows().isEmpty()) {
            assertThat(element.getTextContent()).contains(section.lead().text());
            assertThat(elements(element, "td")).isEmpty();
            return;
        }
        switch (section.look()) {
            case TILES -> requireTiles(element, section);
            case DONUT -> requirePairs(section, elements(element, "li"), "b");
            case BARS, WATERFALL -> requirePairs(section, elements(element, "tr"), "td");
            default -> requireTable(element, section);
        }
        if (section.look().isChart()
                && section.look() != Look.UPRIGHT
                && !total(section).isEmpty()) {
            String total =
                    total(section).get(0).shown() + " " + total(section).get(1).shown();
            assertThat(element.getTextContent()).contains(total);
        }
    }

    /** Tiles stand together by currency: each is there once. */
    private void requireTiles(Element element, ReportSection section) {
        List<String> shown = new ArrayList<>();
        for (Element tile : elements(element, "div")) {
            if (!tile.getAttribute("class").startsWith("tiles")) {
                shown.add(elements(tile, "span").get(0).getTextContent() + "|"
                        + elements(tile, "b").get(0).getTextContent());
            }
        }
        List<String> expected = section.rows().stream()
                .map(row -> row.get(0).shown() + "|" + row.get(1).shown())
                .toList();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(expected);
        compared += 2L * expected.size();
    }

    private void requirePairs(ReportSection section, List<Element> pairs, String value) {
        assertThat(pairs).hasSize(section.seen().size());
        for (int row = 0; row < pairs.size(); row++) {
            List<Element> values = elements(pairs.get(row), value);
            String number = values.get(values.size() - 1).getTextContent();
            same(number, section.seen().get(row).get(1).shown(), section.key());
            assertThat(pairs.get(row).getTextContent().trim())
                    .startsWith(section.seen().get(row).get(0).shown());
            compared++;
        }
    }

    private void requireTable(Element element, ReportSection section) {
        List<Element> tables = elements(element, "table");
        List<Element> rows = elements(tables.get(tables.size() - 1), "tr");
        List<List<String>> expected = new ArrayList<>();
        expected.add(section.columns().stream().map(ReportSection.Column::title).toList());
        section.seen().forEach(row -> expected.add(shown(row)));
        if (!total(section).isEmpty()) {
            expected.add(shown(total(section)));
        }
        assertThat(rows).as(section.key()).hasSize(expected.size());
        for (int row = 0; row < rows.size(); row++) {
            List<String> cells = new ArrayList<>();
            for (Node cell = rows.get(row).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (cell instanceof Element) {
                    cells.add(cell.getTextContent());
                }
            }
            same(cells, expected.get(row), section.key() + " row " + row);
            compared += cells.size() - 1;
        }
    }

    private static List<String> shown(List<ReportCell> cells) {
        return cells.stream().map(ReportCell::shown).toList();
    }

    private static List<Element> elements(Element in, String tag) {
        NodeList found = in.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    // workbooks ------------------------------------------------------------------------------------------------------

    void requireInWorkbook(byte[] bytes) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(sections.size());
            for (int at = 0; at < sections.size(); at++) {
                requireSheet(workbook.getSheetAt(at), sections.get(at));
            }
        }
    }

    private void requireSheet(XSSFSheet sheet, ReportSection section) {
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
        for (int column = 0; column < section.columns().size(); column++) {
            String head = sheet.getRow(0).getCell(column).getStringCellValue();
            same(head, section.columns().get(column).title(), section.key());
        }
        List<List<ReportCell>> seen = section.seen();
        for (int row = 0; row < seen.size(); row++) {
            requireRow(sheet.getRow(row + 1), section, seen.get(row));
        }
        if (!total(section).isEmpty()) {
            requireRow(sheet.getRow(seen.size() + 1), section, total(section));
        }
        assertThat(sheet.createDrawingPatriarch().getCharts())
                .hasSize(section.look().isChart() && !seen.isEmpty() ? 1 : 0);
    }

    private void requireRow(Row row, ReportSection section, List<ReportCell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            ReportCell expected = cells.get(column);
            Cell cell = row.getCell(column);
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            boolean text = expected instanceof ReportCell.Text
                    || expected instanceof ReportCell.Code
                    || expected.equals(ReportCell.NOTHING);
            assertThat(cell.getCellType()).isEqualTo(text ? CellType.STRING : CellType.NUMERIC);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isEqualTo(text);
            if (text) {
                same(cell.getStringCellValue(), expected.shown(), section.key());
            } else {
                requireNumber(cell, expected, section.key());
            }
            if (expected.equals(ReportCell.NOTHING)
                    && section.columns().get(column).number()) {
                assertThat(cell.getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.RIGHT);
            }
        }
    }

    private void requireNumber(Cell cell, ReportCell expected, String where) {
        String shown = new DataFormatter(Locale.ROOT).formatCellValue(cell);
        if (expected instanceof ReportCell.Day day) {
            same(cell.getLocalDateTimeCellValue().toLocalDate(), day.date(), where);
        } else {
            assertThat(BigDecimal.valueOf(cell.getNumericCellValue()))
                    .as(where)
                    .isEqualByComparingTo(new BigDecimal(expected.plain()));
            same(shown.replace(" ", ""), expected.shown().replace(" ", ""), where);
        }
    }

    // paper ----------------------------------------------------------------------------------------------------------

    /** Every title, head, cell and total, one after the other; between them only heads that are said again. */
    void requireInPdf(byte[] bytes) throws IOException {
        String text;
        try (PDDocument document = Loader.loadPDF(bytes)) {
            text = squeezed(new PDFTextStripper().getText(document));
        }
        int at = 0;
        for (ReportSection section : sections) {
            at = after(text, at, section.title());
            at = after(text, at, section.lead().text());
            List<String> said = new ArrayList<>();
            if (!section.rows().isEmpty() && (section.look() == Look.TABLE || section.look() == Look.CONTROLS)) {
                section.columns().forEach(column -> said.add(column.title()));
                section.seen().forEach(row -> said.addAll(shown(row)));
                said.addAll(shown(total(section)));
                for (String one : said) {
                    at = after(text, at, one);
                }
            } else {
                requireOnPage(text.substring(at), section);
            }
        }
    }

    private int after(String text, int from, String said) {
        int at = text.indexOf(squeezed(said), from);
        assertThat(at)
                .as("%s after …%s", said, text.substring(Math.max(0, from - 80), from))
                .isNotNegative();
        compared++;
        return at + squeezed(said).length();
    }

    /** Of charts and tiles; a label that is too long for its place is cut and says so. */
    private void requireOnPage(String text, ReportSection section) {
        for (List<ReportCell> row : section.seen()) {
            String label = squeezed(row.get(0).shown());
            assertThat(text).contains(label.substring(0, Math.min(12, label.length())));
            if (section.look() != Look.UPRIGHT || row.get(1).measure() != 0) {
                assertThat(text).contains(squeezed(row.get(1).shown()));
            }
            compared += 2;
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    // machines -------------------------------------------------------------------------------------------------------

    void requireInJson(byte[] bytes, Report report) {
        JsonNode tree = JsonMapper.builder().build().readTree(bytes);
        assertThat(tree.get("report").stringValue()).isEqualTo(report.name().key());
        assertThat(tree.get("business_date").stringValue())
                .isEqualTo(report.businessDate().toString());
        assertThat(tree.get("tables").size()).isEqualTo(sections.size());
        for (int at = 0; at < sections.size(); at++) {
            ReportSection section = sections.get(at);
            JsonNode table = tree.get("tables").get(at);
            same(table.get("table").stringValue(), section.key(), "key");
            assertThat(table.get("rows").size()).isEqualTo(section.rows().size());
            for (int row = 0; row < section.rows().size(); row++) {
                requireObject(
                        table.get("rows").get(row), section, section.rows().get(row));
            }
            if (section.total("TOTAL").isPresent()) {
                requireObject(
                        table.get("total"), section, section.total("TOTAL").get());
            } else {
                assertThat(table.get("total").isNull()).isTrue();
            }
        }
    }

    private void requireObject(JsonNode object, ReportSection section, List<ReportCell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            String key = section.columns().get(column).key();
            JsonNode value = object.get(key);
            ReportCell expected = cells.get(column);
            if (expected.equals(ReportCell.NOTHING)) {
                assertThat(value.isNull()).isTrue();
                compared++;
            } else if (expected instanceof Count count) {
                same(value.longValue(), count.count(), key);
            } else {
                same(value.stringValue(), expected.plain(), key);
            }
            if (expected instanceof Money money && money.named()) {
                same(object.get(key + "_currency").stringValue(), money.currency(), key);
            }
        }
    }

    void requireInZip(byte[] bytes) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        assertThat(files).hasSize(sections.size());
        for (ReportSection section : sections) {
            requireInCsv(files.get(section.key() + ".csv"), section);
        }
    }

    void requireInCsv(byte[] bytes, ReportSection section) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<CSVRecord> records = format.parse(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
                .getRecords();
        assertThat(records).hasSize(section.rows().size());
        for (int row = 0; row < records.size(); row++) {
            for (int column = 0; column < section.columns().size(); column++) {
                String key = section.columns().get(column).key();
                ReportCell expected = section.rows().get(row).get(column);
                String value = records.get(row).get(key);
                if (section.columns().get(column).number()) {
                    assertThat(value).matches("(-?[0-9]+(\\.[0-9]+)?)?");
                } else {
                    assertThat(value).doesNotMatch("[=+@\t\r-].*");
                }
                same(value.startsWith("'") ? value.substring(1) : value, expected.plain(), key);
                if (expected instanceof Money money && money.named()) {
                    same(records.get(row).get(key + "_currency"), money.currency(), key);
                }
            }
        }
    }
}
