package io.qingfen.deposits;

import static io.qingfen.deposits.DepositState.CONVERTED;
import static io.qingfen.deposits.DepositState.DUE;
import static io.qingfen.deposits.DepositState.FORFEITED;
import static io.qingfen.deposits.DepositState.HELD;
import static io.qingfen.deposits.DepositState.PART_REFUNDED;
import static io.qingfen.deposits.DepositState.REFUNDED;
import static io.qingfen.deposits.DepositState.RETURNED;
import static io.qingfen.deposits.DepositState.SOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DepositStateTest {
    private static final Map<DepositState, Set<DepositState>> ALLOWED = Map.of(
            DUE, Set.of(HELD),
            HELD, Set.of(PART_REFUNDED, FORFEITED, CONVERTED, RETURNED),
            PART_REFUNDED, Set.of(REFUNDED, FORFEITED, CONVERTED, RETURNED),
            REFUNDED, Set.of(),
            FORFEITED, Set.of(),
            CONVERTED, Set.of(),
            RETURNED, Set.of(),
            SOLD, Set.of());

    static Stream<Arguments> everyPair() {
        return Arrays.stream(DepositState.values())
                .flatMap(from -> Arrays.stream(DepositState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @EnumSource
    void listsExactlyTheTransitionsOfTheSpecification(DepositState state) {
        assertThat(state.next()).isEqualTo(ALLOWED.get(state));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void takesNoOtherWay(DepositState from, DepositState to) {
        boolean stays = from == to && !from.isFinal();
        if (stays || ALLOWED.get(from).contains(to)) {
            assertThat(from.become(to)).isEqualTo(to);
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> from.become(to))
                    .withMessage("a deposit never goes from " + from + " to " + to);
        }
    }

    @Test
    void endsWhereNothingMovesAnyMore() {
        assertThat(Arrays.stream(DepositState.values()).filter(DepositState::isFinal))
                .containsExactly(REFUNDED, FORFEITED, CONVERTED, RETURNED, SOLD);
    }
}
