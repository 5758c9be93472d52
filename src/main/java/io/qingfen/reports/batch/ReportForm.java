package io.qingfen.reports.batch;

import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportTexts;
import io.qingfen.reports.SettlementReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The files in which a date's settlement report stands in the outbox, all with the same sections. */
enum ReportForm {
    HTML {
        @Override
        byte[] of(LocalDate businessDate, String acquirer, ReportTexts texts, List<ReportSection> sections) {
            String page = new SettlementReport(businessDate, acquirer, texts).html(sections);
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
            return ReportWorkbook.of(businessDate, title, texts.words().of("total"), sections);
        }
    };

    abstract byte[] of(LocalDate businessDate, String acquirer, ReportTexts texts, List<ReportSection> sections)
            throws IOException;

    String fileName() {
        return "settlement-report." + name().toLowerCase(Locale.ROOT);
    }
}
