package io.qingfen.metrics.batch;

import io.qingfen.run.OnlyServing;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /metrics} of the process that serves. */
@RestController
@OnlyServing
class MetricsPage {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");
    private final Gauges gauges;

    MetricsPage(Gauges gauges) {
        this.gauges = gauges;
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok().contentType(TEXT).body(gauges.text());
    }
}
