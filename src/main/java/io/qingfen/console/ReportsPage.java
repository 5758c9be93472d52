package io.qingfen.console;

import io.qingfen.reports.Report;
import io.qingfen.reports.ReportName;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.Reports;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Reports that are made when somebody asks, in the language of the page: to look at, and as files to take away. The books of
 * a closed date give the same bytes each time, so a download that broke off is continued.
 */
@OnlyServing
@Controller
class ReportsPage {
    private static final String CSV = "csv";
    private final Reports reports;
    private final Downloads downloads;

    ReportsPage(Reports reports, Downloads downloads) {
        this.reports = reports;
        this.downloads = downloads;
    }

    @GetMapping("/nights/{date}/reports/{report}")
    String look(@PathVariable LocalDate date, @PathVariable String report, Locale locale, Model model) {
        Report made = made(date, report, locale);
        model.addAttribute("date", date);
        model.addAttribute("report", made);
        model.addAttribute("names", ReportName.values());
        model.addAttribute("forms", Reports.FORMS);
        model.addAttribute("screen", reports.screen(made));
        return "report";
    }

    /** @param form one of {@link Reports#FORMS}, or csv for the one table that is named */
    @GetMapping("/nights/{date}/reports/{report}/file")
    ResponseEntity<Resource> file(
            Principal who,
            @PathVariable LocalDate date,
            @PathVariable String report,
            @RequestParam String form,
            @RequestParam(defaultValue = "") String table,
            Locale locale)
            throws IOException {
        Made file = file(made(date, report, locale), form, table);
        String sha256 = Downloads.sha256(file.bytes());
        downloads.audit(new Actor(who.getName()), date + " " + file.name(), "sha256 " + sha256);
        return ResponseEntity.ok()
                .eTag("\"" + sha256 + "\"")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new ByteArrayResource(file.bytes()));
    }

    /** What {@code sha256sum --check} reads. */
    @GetMapping("/nights/{date}/reports/{report}/sha256")
    ResponseEntity<String> hash(
            @PathVariable LocalDate date,
            @PathVariable String report,
            @RequestParam String form,
            @RequestParam(defaultValue = "") String table,
            Locale locale)
            throws IOException {
        Made file = file(made(date, report, locale), form, table);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(Downloads.sha256(file.bytes()) + "  " + file.name() + "\n");
    }

    private record Made(String name, byte[] bytes) {}

    private Made file(Report report, String form, String table) throws IOException {
        if (form.equals(CSV)) {
            ReportSection section = report.section(table).orElseThrow(ReportsPage::unknown);
            return new Made(report.fileName(table + "." + CSV), reports.csv(section, List.of()));
        }
        if (!Reports.FORMS.contains(form)) {
            throw unknown();
        }
        return new Made(report.fileName(form), reports.file(report, form));
    }

    private Report made(LocalDate date, String name, Locale locale) {
        String language = locale.getLanguage().equals("zh") ? "zh" : "en";
        return reports.of(date, ReportName.of(name).orElseThrow(ReportsPage::unknown), language);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
