package io.qingfen.verify.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.verify.Check;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nights that nobody touched are proved, whatever trouble their inputs brought. How many is the system property {@code
 * qingfen.nights}.
 */
class ProvingCleanNightsTest {
    private static final LocalDate THU_2026_02_26 = LocalDate.of(2026, 2, 26);
    private static final int NIGHTS = Integer.getInteger("qingfen.nights", 15);
    private static final int DAYS = 5;
    private static final int TRANSACTIONS = 80;
    private static final long FIRST_SEED = 101;

    /** Each seed with the nights that follow each other in its books. */
    static Stream<Arguments> seeds() {
        return IntStream.iterate(0, played -> played < NIGHTS, played -> played + DAYS)
                .mapToObj(played -> Arguments.of(FIRST_SEED + played / DAYS, Math.min(DAYS, NIGHTS - played)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withEveryKindOfTrouble(long seed, int days) {
        Path root = Played.temporary();
        List<LocalDate> dates = Played.generated(root, THU_2026_02_26, days, TRANSACTIONS, seed);
        try (Played played = new Played(root, null, dates)) {
            for (LocalDate date : dates) {
                assertThat(played.proved(date).differences())
                        .as("%s of seed %s", date, seed)
                        .isEmpty();
                assertThat(played.proved(date).checks())
                        .extracting(Check::compared)
                        .anyMatch(compared -> compared > 100);
            }
        }
        System.out.println("proved " + days + " nights of seed " + seed);
    }

    @Test
    void aDateThatTheBooksDoNotKnowIsRefused() {
        Path root = Played.temporary();
        List<LocalDate> dates = Played.generated(root, THU_2026_02_26, 1, 10, 7);
        try (Played played = new Played(root, null, dates)) {
            Refusal refusal =
                    Assertions.catchThrowableOfType(Refusal.class, () -> played.proved(THU_2026_02_26.plusDays(1)));
            assertThat(refusal.exit()).isEqualTo(Exit.USAGE_OR_REFERENCE);
            assertThat(refusal.problems()).first().asString().contains("2026-02-27 is not in the books");
        }
    }
}
