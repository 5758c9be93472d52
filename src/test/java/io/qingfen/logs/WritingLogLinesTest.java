package io.qingfen.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import io.qingfen.run.RunLog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("try")
class WritingLogLinesTest {
    private static final String FORGED =
            "bad\r\n2026-03-02T00:00:00.000Z ERROR all is lost\u001b[2Jhidden\u202etxt\u2028\u0085\u2066";

    @ParameterizedTest
    @ValueSource(strings = {"plain", "json"})
    void noTextEndsItsLineOrSteersATerminal(String format) {
        String written = written(format, event(FORGED, null));

        assertThat(written).endsWith("\n");
        assertThat(written.strip().lines()).hasSize(1);
        assertThat(written.strip().chars().noneMatch(Character::isISOControl)).isTrue();
        assertThat(written)
                .doesNotContain("\u202e", "\u2028", "\u2066")
                .contains("\\r\\n2026", "\\u001b[2J", "\\u202e");
    }

    @Test
    void theMessageOfAnExceptionCannotForgeALineEither() {
        String written =
                written("plain", event("it broke", new IllegalStateException(FORGED, new RuntimeException(FORGED))));

        assertThat(written.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
        assertThat(written).contains("Caused by: java.lang.RuntimeException: bad\\r\\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "json"})
    void numbersOfCardsAreMaskedInMessagesAndExceptions(String format) {
        Exception inner = new RuntimeException("cause 4111 1111 1111 1111");
        String written =
                written(format, event("saw 6222020200112345679", new RuntimeException("4111111111111111", inner)));

        assertThat(written).doesNotContain("6222020200112345679", "4111111111111111", "4111 1111 1111 1111");
        assertThat(written).contains("6222****5679", "4111****1111");
    }

    @Test
    void jsonHasTheRunItsJobAndItsDate() {
        JsonNode object;
        try (RunLog.Mark run = RunLog.of("nightly-settlement", LocalDate.of(2026, 3, 2), 7)) {
            object = parsed(event("\"quoted\" \\ 清分 😀", new IllegalArgumentException("why")));
        }

        assertThat(object.get("message").asString()).isEqualTo("\"quoted\" \\ 清分 😀");
        assertThat(object.get("log.level").asString()).isEqualTo("WARN");
        assertThat(object.get("log.logger").asString()).isEqualTo("io.qingfen.Some");
        assertThat(object.get("labels.run").asString()).isEqualTo("nightly-settlement-2026-03-02-7");
        assertThat(object.get("labels.job").asString()).isEqualTo("nightly-settlement");
        assertThat(object.get("labels.business_date").asString()).isEqualTo("2026-03-02");
        assertThat(object.get("error.type").asString()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(object.get("error.stack_trace").asString()).contains("WritingLogLinesTest");
        assertThat(object.get("@timestamp").asString()).matches("20..-..-..T..:..:..\\....Z");
    }

    @Test
    void jsonHasJobAndDateAlsoBeforeAndAfterTheRun() {
        try (RunLog.Mark night = RunLog.of("nightly-settlement", LocalDate.of(2026, 3, 2))) {
            RunLog.of("nightly-settlement", LocalDate.of(2026, 3, 2), 7).close();

            JsonNode object = parsed(event("is closed", null));
            assertThat(object.get("labels.business_date").asString()).isEqualTo("2026-03-02");
            assertThat(object.get("labels.job").asString()).isEqualTo("nightly-settlement");
            assertThat(object.has("labels.run")).isFalse();
        }
        assertThat(parsed(event("else", null)).has("labels.business_date")).isFalse();
    }

    @Test
    void plainNamesTheRun() {
        try (RunLog.Mark run = RunLog.of("nightly-settlement", LocalDate.of(2026, 3, 2), 7)) {
            assertThat(written("plain", event("slow", null)))
                    .contains(" WARN ", "io.qingfen.Some [nightly-settlement-2026-03-02-7] slow");
        }
        assertThat(written("plain", event("slow", null))).contains("io.qingfen.Some slow");
    }

    @Test
    void threadsThatWorkForARunNameIt() throws InterruptedException {
        List<String> named = new ArrayList<>();
        Runnable task = () -> named.add(MDC.get(RunLog.RUN));
        try (RunLog.Mark run = RunLog.of("nightly-settlement", LocalDate.of(2026, 3, 2), 7)) {
            Thread thread = new Thread(RunLog.carried(task));
            thread.start();
            thread.join();
        }
        RunLog.carried(task).run();

        assertThat(named).containsExactly("nightly-settlement-2026-03-02-7", null);
    }

    @Test
    void halvesOfCharactersAreEscaped() {
        assertThat(Escapes.json("a\ud83db")).isEqualTo("a\\ud83db");
        assertThat(Escapes.plain("a\tb")).isEqualTo("a b");
    }

    @Test
    void theProgramWritesItsLogSo() throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/logback.xml")))
                .contains("class=\"" + LogLines.class.getName() + "\"", "${qingfen.logs:-${QINGFEN_LOGS:-plain}}");
    }

    private static JsonNode parsed(LoggingEvent event) {
        return JsonMapper.builder().build().readTree(written("json", event));
    }

    private static String written(String format, LoggingEvent event) {
        LogLines lines = new LogLines();
        lines.setFormat(format);
        return new String(lines.encode(event), StandardCharsets.UTF_8);
    }

    private static LoggingEvent event(String message, Throwable thrown) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(MDC.getMDCAdapter());
        return new LoggingEvent("caller", context.getLogger("io.qingfen.Some"), Level.WARN, message, thrown, null);
    }
}
