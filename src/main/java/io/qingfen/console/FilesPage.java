package io.qingfen.console;

import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.overview.OutboxFiles;
import io.qingfen.reports.ReportName;
import io.qingfen.reports.Statement;
import io.qingfen.reports.Statements;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
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

/** The files of a date: what stands in its outbox with SHA-256, to take away; each time is audited. */
@OnlyServing
@Controller
class FilesPage {
    private static final String REPORT = "settlement-report.html";
    private final OutboxFiles files;
    private final NightAccounts nights;
    private final Downloads downloads;
    private final Statements statements;

    FilesPage(OutboxFiles files, NightAccounts nights, Downloads downloads, Statements statements) {
        this.files = files;
        this.nights = nights;
        this.downloads = downloads;
        this.statements = statements;
    }

    @GetMapping("/nights/{date}/files")
    String list(@PathVariable LocalDate date, Model model) {
        NightAccount night = nights.of(date).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("date", date);
        model.addAttribute("closed", night.day().state().equals("CLOSED"));
        model.addAttribute("names", ReportName.values());
        model.addAttribute(
                "files",
                files.of(date).stream().map(file -> downloads.look(date, file)).toList());
        model.addAttribute("statements", files.statements(date));
        return "files";
    }

    /** Whole, or the range that the request asks for; what comes is streamed from the disk. */
    @GetMapping("/nights/{date}/file")
    ResponseEntity<Resource> file(
            Principal who, @PathVariable LocalDate date, @RequestParam String name, HttpServletRequest request) {
        Downloads.Opened opened = downloads.open(who, date, name, request.getHeader(HttpHeaders.RANGE));
        return ResponseEntity.ok()
                .eTag("\"" + opened.file().sha256() + "\"")
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(date + "_" + name.replace('/', '_')))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(opened.content());
    }

    /** The report for people, as it stands in the outbox; its own style is allowed by its hash and nothing else. */
    @GetMapping("/nights/{date}/report")
    ResponseEntity<byte[]> report(Principal who, @PathVariable LocalDate date) {
        ShownReport report = ShownReport.of(downloads.bytes(who, date, REPORT));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", report.policy())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(report.bytes());
    }

    /** A merchant's own statement of a date, made from the books. */
    @GetMapping("/merchants/{merchant}/statement")
    ResponseEntity<Resource> statement(
            Principal who,
            @PathVariable("merchant") String id,
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "pdf") String format) {
        List<Statement> found = statements.of(date, id);
        if (found.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        boolean csv = format.equals("csv");
        byte[] bytes = csv ? statements.csv(found) : statements.pdf(found);
        String name = date + "_" + id + (csv ? ".csv" : ".pdf");
        downloads.audit(new Actor(who.getName()), date + " statement " + id, csv ? "csv" : "pdf");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new ByteArrayResource(bytes));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
