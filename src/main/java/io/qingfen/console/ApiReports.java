package io.qingfen.console;

import io.qingfen.reports.ReportName;
import io.qingfen.reports.Reports;
import io.qingfen.run.OnlyServing;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Reports for programs, as the pages show them. */
@OnlyServing
@RestController
class ApiReports {
    private final Reports reports;

    ApiReports(Reports reports) {
        this.reports = reports;
    }

    @GetMapping(path = "/api/nights/{date}/reports/{report}", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] report(@PathVariable LocalDate date, @PathVariable("report") String key) throws IOException {
        ReportName name = ReportName.of(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no report " + key));
        return reports.file(reports.of(date, name, ""), "json");
    }
}
