package io.qingfen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Questions to the books, each asked many times; prints how long they took, and holds them to what was promised. */
public final class AskedManyTimes<Q> {
    private static final Duration PROMISED = Duration.ofMillis(500);
    private final Map<String, IntFunction<Q>> questions = new LinkedHashMap<>();
    private final String of;
    private final int rounds;

    /** @param of for example "a queue of 2000 cases" */
    public AskedManyTimes(String of, int rounds) {
        this.of = of;
        this.rounds = rounds;
    }

    /** @param question of each round, 0, 1, 2 … */
    public void put(String called, IntFunction<Q> question) {
        questions.put(called, question);
    }

    /**
     * @param answer how many rows it has
     * @return the most rows that each question found
     */
    public Map<String, Integer> within500Millis(ToIntFunction<Q> answer) {
        List<Long> all = new ArrayList<>();
        Map<String, Integer> found = new LinkedHashMap<>();
        List<String> late = new ArrayList<>();
        StringBuilder told = new StringBuilder(of + ", " + rounds + " times each:\n");
        questions.forEach((called, question) -> {
            List<Long> millis = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                Q asked = question.apply(round);
                long begin = System.nanoTime();
                int rows = answer.applyAsInt(asked);
                millis.add(Duration.ofNanos(System.nanoTime() - begin).toMillis());
                found.merge(called, rows, Math::max);
            }
            all.addAll(millis);
            told.append("  %-26s median %4d ms, p95 %4d ms, up to %d rows%n"
                    .formatted(called, part(millis, 50), part(millis, 95), found.get(called)));
            if (part(millis, 95) >= PROMISED.toMillis()) {
                late.add(called);
            }
        });
        System.out.printf("%s  %-26s median %4d ms, p95 %4d ms%n", told, "all", part(all, 50), part(all, 95));
        assertThat(late).as(told.toString()).isEmpty();
        return found;
    }

    private static long part(List<Long> millis, int percent) {
        return millis.stream().sorted().toList().get((millis.size() - 1) * percent / 100);
    }
}
