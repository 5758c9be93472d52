package io.qingfen.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Merchant.Status;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecidingAPositionTest {

    @ParameterizedTest(name = "{0} of a merchant {1}, hold {2}: {3}")
    @CsvSource({
        "    -1, ACTIVE,    false, NEGATIVE",
        "    -1, SUSPENDED, true,  NEGATIVE",
        "     0, SUSPENDED, false, HOLD",
        "     0, ACTIVE,    true,  HOLD",
        " 50000, ACTIVE,    true,  HOLD",
        " 50000, SUSPENDED, false, HOLD",
        " 50000, CLOSED,    false, HOLD",
        "     0, ACTIVE,    false, ZERO",
        "     1, ACTIVE,    false, BELOW_MINIMUM",
        " 49999, ACTIVE,    false, BELOW_MINIMUM",
        " 50000, ACTIVE,    false, PAYOUT",
        "9223372036854775807, ACTIVE, false, PAYOUT",
    })
    void takesTheFirstThatApplies(long net, Status status, boolean hold, Decision expected) {
        assertThat(Decision.of(net, Shops.with(status, hold), Currency.CNY, false))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, NEGATIVE", "0, HOLD", "1, HOLD", "50000, HOLD"})
    void holdsWhomAPersonOrARuleHolds(long net, Decision expected) {
        assertThat(Decision.of(net, Shops.noodles(), Currency.CNY, true)).isEqualTo(expected);
    }

    @Test
    void listsTheDecisionsInTheirPrecedence() {
        assertThat(Decision.values())
                .containsExactly(
                        Decision.NEGATIVE, Decision.HOLD, Decision.ZERO, Decision.BELOW_MINIMUM, Decision.PAYOUT);
    }

    /** For every combination that matters, no earlier decision applies and the chosen one does. */
    @Test
    void neverSkipsAnEarlierDecision() {
        Set<Decision> seen = EnumSet.noneOf(Decision.class);
        for (Status status : Status.values()) {
            for (boolean hold : new boolean[] {false, true}) {
                for (long net : new long[] {Long.MIN_VALUE, -1, 0, 1, 499_99, 500_00, Long.MAX_VALUE}) {
                    Merchant merchant = Shops.with(status, hold);
                    Decision decision = Decision.of(net, merchant, Currency.CNY, false);
                    assertThat(appliesInOrder(net, merchant)).first().isEqualTo(decision);
                    seen.add(decision);
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(Decision.values());
    }

    @Test
    void countsTheSmallestPayoutInTheHomeCurrencyOnly() {
        assertThat(Decision.of(1, Shops.noodles(), Shops.JPY, false)).isEqualTo(Decision.PAYOUT);
        assertThat(Decision.of(1, Shops.noodles(), Currency.CNY, false)).isEqualTo(Decision.BELOW_MINIMUM);
    }

    private static Set<Decision> appliesInOrder(long net, Merchant merchant) {
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.applies(net, merchant, Currency.CNY, false))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
