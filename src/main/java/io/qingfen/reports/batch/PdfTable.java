package io.qingfen.reports.batch;

import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportSection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A table over the width of the page; long texts go on in the next line, heads are said again on a new page. */
final class PdfTable {
    private static final float SIZE = 8;
    /** Of a table that has more columns than a page is wide enough for in the usual size. */
    private static final float SMALL = 5.8f;

    private static final int MANY = 9;
    private static final float LINE = 11;
    private final PdfSheet sheet;
    private final ReportSection section;
    private final float size;
    private final float gap;
    private final float[] widths;

    PdfTable(PdfSheet sheet, ReportSection section) throws IOException {
        this.sheet = sheet;
        this.section = section;
        boolean small = section.columns().size() > MANY;
        this.size = small ? SMALL : SIZE;
        this.gap = small ? 5 : 8;
        this.widths = widths();
    }

    void draw(Optional<List<ReportCell>> total) throws IOException {
        heads();
        for (List<ReportCell> row : section.seen()) {
            row(row);
        }
        if (total.isPresent()) {
            sheet.rule(sheet.y() + LINE - 2);
            row(total.get());
        }
    }

    private void heads() throws IOException {
        write(section.columns().stream().map(ReportSection.Column::title).toList());
        sheet.rule(sheet.y() + LINE - 3);
        sheet.down(2);
    }

    private void row(List<ReportCell> row) throws IOException {
        write(row.stream().map(ReportCell::shown).toList());
    }

    private void write(List<String> cells) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        int lines = 1;
        for (int column = 0; column < cells.size(); column++) {
            wrapped.add(wrapped(cells.get(column), widths[column] - gap));
            lines = Math.max(lines, wrapped.get(column).size());
        }
        if (!sheet.has(lines * LINE)) {
            sheet.turn();
            heads();
        }
        float x = PdfSheet.LEFT;
        for (int column = 0; column < cells.size(); column++) {
            cell(wrapped.get(column), column, x);
            x += widths[column];
        }
        sheet.down(lines * LINE + 2);
    }

    /** All lines of a cell before the next cell: so they are read aloud and taken out as text. */
    private void cell(List<String> lines, int column, float x) throws IOException {
        for (String line : lines) {
            if (section.columns().get(column).number()) {
                sheet.textEndingAt(line, x + widths[column] - gap, size);
            } else {
                sheet.text(line, x, size);
            }
            sheet.down(LINE);
        }
        sheet.down(-LINE * lines.size());
    }

    /** Broken at spaces, and between any two characters of a word that is wider than its column. */
    private List<String> wrapped(String text, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (sheet.fonts().width(rest, size) > width) {
            int end = rest.length();
            while (end > 1 && sheet.fonts().width(rest.substring(0, end), size) > width) {
                end = rest.offsetByCodePoints(end, -1);
            }
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : Math.max(end, rest.offsetByCodePoints(0, 1));
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    /** Columns have what they need; when that is more than the page has, the widest text gives way. */
    private float[] widths() throws IOException {
        float[] wanted = new float[section.columns().size()];
        float sum = 0;
        for (int column = 0; column < wanted.length; column++) {
            wanted[column] = sheet.fonts().width(section.columns().get(column).title(), size);
            for (List<ReportCell> row : section.seen()) {
                wanted[column] = Math.max(
                        wanted[column], sheet.fonts().width(row.get(column).shown(), size));
            }
            wanted[column] = Math.max(2 * SIZE, wanted[column] + gap);
            sum += wanted[column];
        }
        float width = PdfSheet.RIGHT - PdfSheet.LEFT;
        while (sum > width) {
            int widest = widest(wanted);
            float less = Math.min(sum - width, Math.max(1, wanted[widest] / 20));
            wanted[widest] -= less;
            sum -= less;
        }
        return wanted;
    }

    private static int widest(float[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            widest = widths[column] > widths[widest] ? column : widest;
        }
        return widest;
    }
}
