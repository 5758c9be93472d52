package io.qingfen.reports.batch;

import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportTexts;
import io.qingfen.reports.Sheets;
import io.qingfen.reports.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** With the words that ship. */
@Component
class ShippedSheets implements Sheets {
    @Override
    public SortedMap<String, byte[]> of(
            LocalDate businessDate,
            String language,
            String acquirer,
            String title,
            Function<Words, List<ReportSection>> sections)
            throws IOException {
        ReportTexts texts = ShippedTexts.in(language).titled(title);
        SortedMap<String, byte[]> forms = new TreeMap<>();
        for (ReportForm form : ReportForm.values()) {
            forms.put(form.ending(), form.of(businessDate, acquirer, texts, sections.apply(texts.words())));
        }
        return forms;
    }
}
