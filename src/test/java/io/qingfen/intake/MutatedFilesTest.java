package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.intake.Tally.Outcome;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spoilt files end in a verdict, never in a crash; what is accepted adds up. */
class MutatedFilesTest {
    private static final int MUTATIONS = 25_000;
    private static final byte[] LURES = Lines.bytes(",\"\n\r\0TBDHA09.-*\u00e9");

    @ParameterizedTest
    @ValueSource(longs = {20260302, 1})
    void ofBatchesNeverCrash(long seed) {
        String other = Lines.with(Lines.with(Lines.BATCH, 2, "00000003"), 1, Shops.SECOND);
        byte[] file = Lines.batches(
                "T,2,3,37.50", Lines.BATCH, Lines.DETAIL, Lines.with(Lines.DETAIL, 9, "\"a,b\""), other, Lines.DETAIL);
        mutate(seed, Lines.BATCHES, file);
    }

    @ParameterizedTest
    @ValueSource(longs = {20260302, 1})
    void ofAuthorizationsNeverCrash(long seed) {
        byte[] file = Lines.answers("T,2,25.00", Lines.ANSWER, Lines.with(Lines.ANSWER, 1, "010000000002"));
        mutate(seed, Lines.AUTHORIZATIONS, file);
    }

    private static void mutate(long seed, String name, byte[] file) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] spoilt = spoilt(file, random);
            MemoryIntake intake = MemoryIntake.of(Shops.snapshot(), name, spoilt, 1 + random.nextInt(2_000));
            if (intake.scan.problems().isEmpty()) {
                assertThat(intake.lines()).as("seed %d, mutation %d", seed, i).isEqualTo(intake.scan.lines());
                requireTotals(intake);
                if (intake.trailerProblems(name).isEmpty()) {
                    accepted++;
                }
            }
        }
        assertThat(accepted).as("some survive").isBetween(1, MUTATIONS);
    }

    private static void requireTotals(MemoryIntake intake) {
        long captured =
                intake.captures().stream().mapToLong(Capture::amountMinor).sum();
        long authorized = intake.authorizations().stream()
                .mapToLong(Authorization::amountMinor)
                .sum();
        long tallied = intake.tallies.stream()
                .filter(tally -> tally.outcome() == Outcome.ACCEPTED)
                .mapToLong(Tally::amountMinor)
                .sum();
        assertThat(captured + authorized).isEqualTo(tallied);
        for (Reject reject : intake.rejects) {
            assertThat(reject.detail()).hasSizeLessThanOrEqualTo(200).doesNotContain("\n", "\r", "\0");
            assertThat(reject.recordType()).hasSizeLessThanOrEqualTo(10);
        }
    }

    /** One to three changes: a byte replaced, removed, put in, a part doubled or cut off. */
    private static byte[] spoilt(byte[] file, Random random) {
        byte[] spoilt = file.clone();
        for (int changes = 1 + random.nextInt(3); changes > 0 && spoilt.length > 1; changes--) {
            int at = random.nextInt(spoilt.length);
            switch (random.nextInt(6)) {
                case 0 -> spoilt[at] = (byte) random.nextInt(256);
                case 1 -> spoilt[at] = LURES[random.nextInt(LURES.length)];
                case 2 -> spoilt = joined(Arrays.copyOf(spoilt, at), Arrays.copyOfRange(spoilt, at + 1, spoilt.length));
                case 3 ->
                    spoilt = joined(
                            joined(Arrays.copyOf(spoilt, at), new byte[] {LURES[random.nextInt(LURES.length)]}),
                            Arrays.copyOfRange(spoilt, at, spoilt.length));
                case 4 ->
                    spoilt = joined(
                            Arrays.copyOf(spoilt, at),
                            Arrays.copyOfRange(spoilt, Math.max(0, at - random.nextInt(60)), spoilt.length));
                default -> spoilt[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return spoilt;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
