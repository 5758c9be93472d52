package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DividingTheWorkingSetTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "0, 1, 1",
        "0, 3, 3",
        "0, 1000, 4",
        "1000000, 1000000, 4",
        "120000000, 1000000, 10",
        "3000000000, 1000000, 239",
        "3000000000, 100, 100",
        "200000000000, 10000000, 4096",
    })
    void makesRangesByTheAmountOfInput(long bytes, int terminals, int ranges) {
        assertThat(Buckets.ranges(bytes, terminals)).isEqualTo(ranges);
        assertThat(Buckets.of(bytes, terminals).count()).isBetween(ranges, Math.max(1, terminals));
    }

    @Test
    void findsTheFirstTerminalOfEveryBucket() {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            int terminals = 1 + random.nextInt(5_000);
            Buckets buckets = new Buckets(terminals, 1 + random.nextInt(terminals));
            for (int bucket = 0; bucket < buckets.count(); bucket++) {
                int first = buckets.firstTerminal(bucket);
                assertThat(buckets.of(first)).isEqualTo(bucket);
                assertThat(first == 0 || buckets.of(first - 1) == bucket - 1).isTrue();
            }
            assertThat(buckets.firstTerminal(buckets.count())).isEqualTo(terminals);
        }
    }

    @Test
    void coversEveryTerminalOnce() {
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            int terminals = 1 + random.nextInt(2_000);
            Buckets buckets = new Buckets(terminals, 1 + random.nextInt(terminals));
            long[] volumes = random.longs(buckets.count(), 0, 1_000_000).toArray();
            int ranges = 1 + random.nextInt(buckets.count());
            List<WorkingSet.TerminalRange> plan = RangePlan.of(buckets, volumes, ranges);
            assertThat(plan).hasSize(ranges);
            int next = 0;
            for (WorkingSet.TerminalRange range : plan) {
                assertThat(range.begin()).isEqualTo(next);
                assertThat(range.end()).isGreaterThan(next);
                next = range.end();
            }
            assertThat(next).isEqualTo(terminals);
        }
    }

    @Test
    void givesAHugeTerminalARangeOfItsOwn() {
        long[] volumes = new long[64];
        java.util.Arrays.fill(volumes, 10);
        volumes[20] = 1_000_000;
        List<WorkingSet.TerminalRange> plan = RangePlan.of(new Buckets(64, 64), volumes, 4);
        assertThat(plan).anyMatch(range -> range.begin() <= 20 && range.end() == 21);
    }

    @Test
    void keepsRangesAboutEqual() {
        long[] volumes = new Random(9).longs(640, 1_000, 2_000).toArray();
        long total = java.util.Arrays.stream(volumes).sum();
        for (WorkingSet.TerminalRange range : RangePlan.of(new Buckets(640, 640), volumes, 40)) {
            long volume =
                    java.util.Arrays.stream(volumes, range.begin(), range.end()).sum();
            assertThat(volume).isBetween(total / 40 * 8 / 10, total / 40 * 12 / 10);
        }
    }
}
