package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CuttingAFileIntoChunksTest {
    /** Batches, details, rejects of all kinds, empty lines, quotes, and several line ends. */
    private static byte[] mixedFile() {
        String lost = Lines.with(Lines.BATCH, 2, "99999999");
        String other = Lines.with(Lines.with(Lines.BATCH, 2, "00000003"), 1, Shops.SECOND);
        String quoted = Lines.with(Lines.DETAIL, 9, "\"0,5\"\"1\"");
        return Lines.batches(
                "T,4,8,99.99",
                Lines.DETAIL,
                Lines.BATCH,
                Lines.DETAIL + "\r",
                "",
                quoted,
                lost + "\r",
                Lines.DETAIL,
                "D,1",
                other,
                Lines.with(Lines.DETAIL, 1, "000009"),
                "\r",
                "X,上海",
                Lines.with(Lines.DETAIL, 5, "0.01"),
                Lines.with(Lines.BATCH, 5, "ZZZ"),
                Lines.DETAIL);
    }

    private record Outcome(List<TerminalRecords> records, List<Reject> rejects, long lines, long amount) {
        static Outcome of(MemoryIntake intake) {
            long amount = intake.tallies.stream().mapToLong(Tally::amountMinor).sum();
            return new Outcome(intake.records(), intake.rejects, intake.lines(), amount);
        }
    }

    @Test
    void givesTheSameRecordsAtEveryPlace() {
        byte[] bytes = mixedFile();
        Outcome whole = Outcome.of(MemoryIntake.of(Lines.BATCHES, bytes));
        assertThat(whole.records()).hasSize(2);
        for (int target = 1; target <= bytes.length; target++) {
            MemoryIntake cut = MemoryIntake.of(Shops.snapshot(), Lines.BATCHES, bytes, target);
            assertThat(Outcome.of(cut)).as("chunks of %d bytes", target).isEqualTo(whole);
        }
    }

    @Test
    void coversEveryByteOnce() {
        byte[] bytes = mixedFile();
        for (int target = 1; target <= bytes.length; target++) {
            long at = 0;
            for (InputChunk chunk :
                    MemoryIntake.scan(Lines.BATCHES, bytes, target, 64).chunks()) {
                assertThat(chunk.begin()).isEqualTo(at);
                assertThat(chunk.begin() == 0 || bytes[(int) chunk.begin() - 1] == '\n')
                        .isTrue();
                at = chunk.end();
            }
            assertThat(at).isEqualTo(bytes.length);
        }
    }

    @Test
    void beginsBehindAByteOrderMark() {
        byte[] bytes = Lines.bytes("\ufeff" + new String(mixedFile(), java.nio.charset.StandardCharsets.UTF_8));
        Outcome whole = Outcome.of(MemoryIntake.of(Lines.BATCHES, mixedFile()));
        for (int target = 1; target <= 200; target++) {
            assertThat(Outcome.of(MemoryIntake.of(Shops.snapshot(), Lines.BATCHES, bytes, target)))
                    .isEqualTo(whole);
        }
    }

    @Test
    void putsSmallChunksTogetherInOrder() {
        Random random = new Random(7);
        List<PlannedChunk> chunks = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            InputChunk chunk = new InputChunk(1, 0, 1 + random.nextInt(4 << 20), 1, -1);
            chunks.add(new PlannedChunk(i, null, chunk));
        }
        List<Integer> segments = SegmentPlan.of(chunks);
        assertThat(segments).isSorted().hasSize(500).startsWith(1);
        for (int segment = 1; segment <= segments.get(499); segment++) {
            int number = segment;
            long bytes = java.util.stream.IntStream.range(0, 500)
                    .filter(i -> segments.get(i) == number)
                    .mapToLong(i -> chunks.get(i).bytes())
                    .sum();
            assertThat(bytes).isBetween(1L, SegmentPlan.SEGMENT_BYTES);
        }
    }
}
