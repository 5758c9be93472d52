package io.qingfen.reports.batch;

import io.qingfen.reports.ReportPage;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The files in which people get a report, all with the same sections. */
enum ReportForm {
    HTML {
        @Override
        byte[] of(LocalDate businessDate, String acquirer, ReportTexts texts, List<ReportSection> sections) {
            String page = new ReportPage(businessDate, acquirer, texts).html(sections);
            return page.getBytes(StandardCharsets.UTF_8);
        }
    },
    PDF {
        @Override
        byte[] of(LocalDate businessDate, String acquirer, ReportTexts texts, List<ReportSection> sections)
                throws IOException {
            return ReportPdf.of(businessDate, acquirer, texts, sections);
        }
    },
    XLSX {
        @Override
        byte[] of(LocalDate businessDate, String acquirer, ReportTexts texts, List<ReportSection> sections)
                throws IOException {
            String title = acquirer + " · " + texts.words().of("title") + " " + businessDate;
            return ReportWorkbook.of(businessDate, title, texts.words(), sections);
        }
    };

    abstract byte[] of(LocalDate businessDate, String acquirer, ReportTexts texts, List<ReportSection> sections)
            throws IOException;

    /** Of the settlement report in the outbox. */
    String fileName() {
        return "settlement-report." + ending();
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
