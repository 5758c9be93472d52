package io.qingfen.reports.batch;

import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSection.Look;
import io.qingfen.reports.ReportTexts;
import io.qingfen.reports.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A report as PDF for printing and filing. The same bytes always. */
final class ReportPdf {
    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float SMALL = 8.5f;
    /** A heading without at least so much of its section goes to the next page. */
    private static final float TOGETHER = 70;

    private final PdfSheet sheet;
    private final Words words;

    private ReportPdf(PdfSheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    static byte[] of(LocalDate businessDate, String acquirer, ReportTexts texts, List<ReportSection> sections)
            throws IOException {
        try (PdfFonts fonts = new PdfFonts();
                PDDocument document = new PDDocument()) {
            document.setDocumentId(1L);
            try (PdfSheet sheet = new PdfSheet(document, fonts.in(document))) {
                new ReportPdf(sheet, texts.words()).draw(businessDate, acquirer, sections);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void draw(LocalDate businessDate, String acquirer, List<ReportSection> sections) throws IOException {
        sheet.text(words.of("title"), PdfSheet.LEFT, TITLE);
        sheet.down(20);
        sheet.text(acquirer + " · " + words.of("of") + " " + businessDate, PdfSheet.LEFT, HEADING - 2);
        sheet.down(12);
        for (ReportSection section : sections) {
            section(section);
        }
        sheet.down(24);
        if (!sheet.has(0)) {
            sheet.turn();
        }
        sheet.text(words.of("footer"), PdfSheet.LEFT, SMALL - 1);
    }

    private void section(ReportSection section) throws IOException {
        sheet.down(22);
        if (!sheet.has(TOGETHER)) {
            sheet.turn();
        }
        sheet.text(section.title(), PdfSheet.LEFT, HEADING);
        sheet.rule(sheet.y() - 4);
        sheet.down(20);
        if (!section.lead().text().isEmpty()) {
            sheet.text(section.lead().text(), PdfSheet.LEFT, SMALL + 1);
            sheet.down(16);
        }
        if (section.rows().isEmpty()) {
            return;
        }
        Optional<List<ReportCell>> total = section.total(words.of("total"));
        if (section.look() == Look.TILES) {
            new PdfTiles(sheet).draw(section.rows());
        } else if (section.look() == Look.UPRIGHT) {
            PdfCharts.columns(sheet, section.seen());
            total.ifPresent(this::sum);
        } else if (section.look() == Look.DONUT) {
            PdfRing.draw(sheet, section.seen());
            total.ifPresent(this::sum);
        } else if (section.look() == Look.WATERFALL) {
            PdfCharts.steps(sheet, section.seen());
        } else if (section.look().isChart()) {
            PdfCharts.bars(sheet, section.seen());
            total.ifPresent(this::sum);
        } else {
            new PdfTable(sheet, section).draw(total);
            note(section.unseen(words).orElse(""));
        }
    }

    private void note(String text) throws IOException {
        if (!text.isEmpty()) {
            sheet.text(text, PdfSheet.LEFT, SMALL);
            sheet.down(12);
        }
    }

    private void sum(List<ReportCell> total) {
        try {
            sheet.text(total.get(0).shown() + "  " + total.get(1).shown(), PdfSheet.LEFT, SMALL);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
        sheet.down(12);
    }
}
