package io.qingfen.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HoldingAMerchantTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-02T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"PLACED, ACTIVE LIFTING", "ACTIVE, LIFTING EXPIRED", "LIFTING, LIFTED", "LIFTED, ''", "EXPIRED, ''"})
    void goesOnlyTheseWays(HoldState from, String targets) {
        assertThat(Arrays.stream(HoldState.values()).filter(from::mayBecome).map(HoldState::name))
                .containsExactlyInAnyOrder(targets.isEmpty() ? new String[0] : targets.split(" "));
    }

    @ParameterizedTest
    @EnumSource(HoldState.class)
    void isOverWhereNothingFollows(HoldState state) {
        assertThat(state.isOver()).isEqualTo(Arrays.stream(HoldState.values()).noneMatch(state::mayBecome));
        assertThat(state.mayBeLifted()).isEqualTo(state == HoldState.PLACED || state == HoldState.ACTIVE);
    }

    @ParameterizedTest(name = "from {0} until {1} lifted {2}, on {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -, 2026-03-02, false",
                "2026-03-02, -, -, 2026-03-01, false",
                "2026-03-02, -, -, 2026-03-02, true",
                "2026-03-02, -, -, 2099-01-01, true",
                "2026-03-02, 2026-03-04, -, 2026-03-04, true",
                "2026-03-02, 2026-03-04, -, 2026-03-05, false",
                "2026-03-02, -, 2026-03-03, 2026-03-02, true",
                "2026-03-02, -, 2026-03-03, 2026-03-03, false",
                "2026-03-02, -, 2026-03-02, 2026-03-02, false",
            })
    void holdsFromItsFirstDateToItsEnd(
            LocalDate from, LocalDate until, LocalDate liftedOn, LocalDate date, boolean held) {
        assertThat(hold(from, until, liftedOn != null, liftedOn).holdsOn(date)).isEqualTo(held);
    }

    @ParameterizedTest(name = "from {0} until {1} lifted {2} on {3}, books at {4}: {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, false, -, -, PLACED",
                "-, -, true, -, 2026-03-02, LIFTING",
                "2026-03-02, -, false, -, 2026-03-02, ACTIVE",
                "2026-03-02, 2026-03-02, false, -, 2026-03-02, ACTIVE",
                "2026-03-02, 2026-03-02, false, -, 2026-03-03, EXPIRED",
                "2026-03-02, 2026-03-02, true, -, 2026-03-02, LIFTING",
                "2026-03-02, -, true, 2026-03-03, 2026-03-03, LIFTED",
                "2026-03-02, 2026-03-02, true, 2026-03-03, 2026-03-09, LIFTED",
            })
    void tellsHowFarItHasCome(
            LocalDate from, LocalDate until, boolean lifted, LocalDate liftedOn, LocalDate latest, HoldState state) {
        assertThat(hold(from, until, lifted, liftedOn).state(latest)).isEqualTo(state);
    }

    @Test
    void isNamedByItsContent() {
        LocalDate end = LocalDate.of(2026, 3, 9);
        String id = Hold.idOf(1, "M1", "", "police inquiry", end);
        assertThat(id).matches("H[0-9a-f]{20}").isEqualTo(Hold.idOf(1, "M1", "", "police inquiry", end));
        assertThat(id)
                .isNotEqualTo(Hold.idOf(2, "M1", "", "police inquiry", end))
                .isNotEqualTo(Hold.idOf(1, "M2", "", "police inquiry", end))
                .isNotEqualTo(Hold.idOf(1, "M1", "T1", "police inquiry", end))
                .isNotEqualTo(Hold.idOf(1, "M1", "", "police inquiry", null));
    }

    private static Hold hold(LocalDate from, LocalDate until, boolean lifted, LocalDate liftedOn) {
        Optional<Hold.Lifting> lifting = lifted ? Optional.of(new Hold.Lifting("closed", "mei", AT)) : Optional.empty();
        return new Hold("H1", 1, "M1", "", "inquiry", until, "jun", AT, from, lifting, liftedOn);
    }
}
