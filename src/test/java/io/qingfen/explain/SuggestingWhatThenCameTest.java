package io.qingfen.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.TestDatabase;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.review.CaseEffects;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseState;
import io.qingfen.review.Resolution;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is suggested on the evening a case opens, held against what the files of the next dates bring: the generator knows
 * it, the program does not. The figures stand in docs/SPEC-review.md.
 */
class SuggestingWhatThenCameTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int DATES = 8;
    /** A record takes part in matching on this many dates after its own. */
    private static final int JOINS = 3;

    @TempDir
    Path home;

    private record Opened(LocalDate date, CaseKind kind, Resolution suggested) {}

    @Test
    void whatComesByItselfWasSuggestedToWaitForAndNothingElseCame() {
        for (int day = 0; day < DATES; day++) {
            Generation.write(GenerationOptions.of(home, FIRST.plusDays(day), 60, 3_000, 9));
        }
        Map<String, Opened> opened = new HashMap<>();
        Map<CaseKind, Integer> waited = new TreeMap<>();
        Map<CaseKind, Integer> came = new TreeMap<>();
        int others = 0;
        try (ExplainedHome week = ExplainedHome.open(home, TestDatabase.H2)) {
            for (int day = 0; day < DATES; day++) {
                week.play(FIRST.plusDays(day));
                note(week, FIRST.plusDays(day), opened);
            }
            Map<String, CaseState> states = states(week);
            for (Map.Entry<String, Opened> one : opened.entrySet()) {
                boolean known = one.getValue().date().plusDays(JOINS).isBefore(FIRST.plusDays(DATES));
                boolean cleared = states.get(one.getKey()) == CaseState.SELF_CLEARED;
                if (known && one.getValue().suggested() == Resolution.WAIT) {
                    waited.merge(one.getValue().kind(), 1, Integer::sum);
                    came.merge(one.getValue().kind(), cleared ? 1 : 0, Integer::sum);
                } else if (known) {
                    assertThat(cleared)
                            .as("%s %s", one.getKey(), one.getValue())
                            .isFalse();
                    others++;
                }
            }
        }
        assertThat(waited)
                .isEqualTo(Map.of(
                        CaseKind.ORPHAN_AUTHORIZATION, 26, CaseKind.ORPHAN_CAPTURE, 6, CaseKind.UNKNOWN_OUTCOME, 10));
        assertThat(came)
                .isEqualTo(Map.of(
                        CaseKind.ORPHAN_AUTHORIZATION, 16, CaseKind.ORPHAN_CAPTURE, 0, CaseKind.UNKNOWN_OUTCOME, 0));
        assertThat(others).isEqualTo(25);
    }

    private static void note(ExplainedHome week, LocalDate date, Map<String, Opened> opened) {
        CaseEffects effects = week.part(CaseEffects.class);
        week.jdbc()
                .sql("select case_id, kind from review_case where opened_on = ? and state = 'OPEN'")
                .param(date)
                .query((row, no) -> Map.entry(row.getString(1), CaseKind.valueOf(row.getString(2))))
                .list()
                .forEach(one -> opened.put(
                        one.getKey(),
                        new Opened(
                                date,
                                one.getValue(),
                                effects.of(one.getKey()).suggestion().resolution())));
    }

    private static Map<String, CaseState> states(ExplainedHome week) {
        Map<String, CaseState> states = new HashMap<>();
        week.jdbc()
                .sql("select case_id, state from review_case")
                .query((row, no) -> states.put(row.getString(1), CaseState.valueOf(row.getString(2))))
                .list();
        return states;
    }
}
