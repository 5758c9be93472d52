package io.qingfen.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.Lines;
import io.qingfen.intake.RecordParts;
import io.qingfen.intake.Shops;
import io.qingfen.intake.TerminalRecords;
import io.qingfen.matching.Shop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of several segments, whose cuts fall inside batches: every capture keeps its batch, nothing is lost. */
class LargeNightTest {
    private static final int TERMINALS = 500;
    private static final int BATCHES = 4_000;

    @TempDir
    Path root;

    private final Random random = new Random(42);
    private final Map<String, Long> minorByTerminal = new HashMap<>();
    private long details;
    private long totalMinor;

    @Test
    void keepsEveryRecord() throws IOException {
        IntakeNight night = new IntakeNight(TestDatabase.H2, root, Shops.withTerminals(TERMINALS));
        write(night.home.inbox().resolve(Lines.BATCHES));
        night.night();

        assertThat(night.plan.segments(Shops.MON_2026_03_02)).hasSizeGreaterThan(1);
        assertThat(night.rejects()).hasSize(1).allMatch(reject -> reject.contains("UNKNOWN_RECORD_TYPE"));
        Map<String, Long> found = new HashMap<>();
        for (int range = 0; range < night.ranges(); range++) {
            night.read(range, terminal -> {
                assertThat(terminal.captures())
                        .isSortedAccordingTo((a, b) -> a.source().compareTo(b.source()));
                requireBatchNumbers(terminal);
                long sum = terminal.captures().stream()
                        .mapToLong(Capture::amountMinor)
                        .sum();
                assertThat(found.put(terminal.terminal().id(), sum)).isNull();
            });
        }
        assertThat(found).isEqualTo(minorByTerminal);
        assertThat(night.large).isEmpty();

        List<TerminalRecords> atOnce = night.records();
        assertThat(night.largeTerminalBytes(40_000).records()).isEqualTo(atOnce);
        assertThat(night.large).hasSizeBetween(1, TERMINALS - 1);
        night.large.clear();
        assertThat(night.largeTerminalBytes(1).records()).isEqualTo(atOnce);
        assertThat(night.large).hasSize(atOnce.size());
        setsRecordsAside(night, atOnce.get(0));
    }

    /** A part gives back what was put into it, in order; nothing of it stays on disk. */
    private static void setsRecordsAside(IntakeNight night, TerminalRecords records) {
        try (RecordParts parts = night.large.get(0).parts()) {
            assertThat(parts.count()).isEqualTo(256);
            records.captures().forEach(capture -> parts.add(7, capture));
            List<Authorization> answers = List.of(answer(1), answer(2), answer(3));
            answers.forEach(answer -> parts.add(7, answer, answer.source().line() == 2));
            assertThat(parts.read(6).captures()).isEmpty();
            RecordParts.Part part = parts.read(7);
            assertThat(part.captures()).isEqualTo(records.captures());
            assertThat(part.authorizations())
                    .usingRecursiveComparison()
                    .ignoringFields("terminal", "merchant", "firstSeenOn")
                    .isEqualTo(answers);
            assertThat(part.marked().stream()).containsExactly(1);
        }
        assertThat(night.names(IntakePaths.parts(night.home, Shops.MON_2026_03_02)))
                .isEmpty();
    }

    private static Authorization answer(int line) {
        return Shop.answer(line).line(line).build();
    }

    /** The trace number of each detail repeats its batch number. */
    private static void requireBatchNumbers(TerminalRecords terminal) {
        for (Capture capture : terminal.captures()) {
            if (capture.batchNo() != capture.traceNo()) {
                throw new AssertionError(capture + " is in another batch");
            }
        }
    }

    private void write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            StringBuilder text = new StringBuilder("H,TERMINAL_BATCHES,1,2026-03-02,1\n");
            for (int batch = 1; batch <= BATCHES; batch++) {
                append(text, batch);
                if (batch == BATCHES / 2) {
                    text.append("#poison\n");
                }
                if (text.length() > 1 << 20 || batch == BATCHES) {
                    out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
                    text.setLength(0);
                }
            }
            String trailer = "T,%d,%d,%d.%02d".formatted(BATCHES, details, totalMinor / 100, totalMinor % 100);
            out.write(trailer.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void append(StringBuilder text, int batch) {
        String terminal = "T%07d".formatted(random.nextInt(TERMINALS));
        text.append("B,898310000000001,").append(terminal).append(",%06d".formatted(batch));
        text.append(",2026-03-02T22:00:00,CNY,0,0.00,0,0.00\n");
        for (int i = random.nextInt(100); i >= 0; i--) {
            int minor = 1 + random.nextInt(99_999);
            text.append("D,")
                    .append("%06d".formatted(batch))
                    .append(",SALE,tk_")
                    .append(random.nextInt());
            text.append(",622202******1234,").append("%d.%02d".formatted(minor / 100, minor % 100));
            text.append(",2026-03-02T10:00:00,010000000001,123456,051,,\n");
            minorByTerminal.merge(terminal, (long) minor, Long::sum);
            totalMinor += minor;
            details++;
        }
    }
}
