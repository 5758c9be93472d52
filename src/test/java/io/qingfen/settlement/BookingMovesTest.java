package io.qingfen.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Money that a decision or a bank moved comes into the position on its line and into the books as its own entry. */
class BookingMovesTest {
    private static final LocalDate FRI_2026_02_13 = LocalDate.of(2026, 2, 13);
    private static final String PAYABLE = Account.merchantPayable(Shops.NOODLES);

    @Test
    void addsWhatIsOwedToTheMerchantAndTakesWhatTheMerchantOwes() {
        MerchantDay day = dayOf(
                move("A", "ADJUSTMENTS", Account.WRITE_OFF, PAYABLE, 45_00),
                move("B", "ADJUSTMENTS", PAYABLE, Account.MERCHANT_FEES, 27),
                move("C", "PAYOUT_RETURNED", Account.PAYOUTS_IN_TRANSIT, PAYABLE, 500_00));
        assertThat(day.lines().of(Line.ADJUSTMENTS)).isEqualTo(44_73);
        assertThat(day.lines().of(Line.PAYOUT_RETURNED)).isEqualTo(500_00);
        assertThat(day.lines().net()).isEqualTo(544_73);
    }

    @Test
    void booksAMoveThatDoesNotConcernTheMerchantWithoutAPosition() {
        MerchantDay day = dayOf(move("PAID|P1", "", Account.PAYOUTS_IN_TRANSIT, Account.BANK, 140_57));
        assertThat(day.hasLines()).isFalse();
        assertThat(DayEntries.of(day, Optional.empty())).extracting(Entry::key).containsExactly("MOVE|PAID|P1");
    }

    @Test
    void postsAnEntryForEachMoveEvenBetweenTheSameAccounts() {
        MerchantDay day = dayOf(
                move("CASE|K1", "ADJUSTMENTS", Account.WRITE_OFF, PAYABLE, 1),
                move("CASE|K2", "ADJUSTMENTS", Account.WRITE_OFF, PAYABLE, 1));
        assertThat(DayEntries.of(day, Optional.empty()))
                .extracting(Entry::key)
                .containsExactly("MOVE|CASE|K1", "MOVE|CASE|K2");
    }

    @Test
    void refusesAMoveWhoseLineAndAccountsDisagree() {
        assertThatThrownBy(() -> move("X", "", Account.WRITE_OFF, PAYABLE, 1)).hasMessageContaining("not a move");
        assertThatThrownBy(() -> move("X", "ADJUSTMENTS", Account.WRITE_OFF, Account.BANK, 1))
                .hasMessageContaining("not a move");
        assertThatThrownBy(() -> move("X", "ADJUSTMENTS", PAYABLE, PAYABLE, 1)).hasMessageContaining("not a move");
        assertThatThrownBy(() -> move("X", "ADJUSTMENTS", Account.WRITE_OFF, PAYABLE, 0))
                .hasMessageContaining("not a move");
    }

    private static MerchantDay dayOf(Move... moves) {
        return new MerchantDay(
                FRI_2026_02_13, Shops.NOODLES, Currency.CNY, List.of(), Map.of(), List.of(moves), Owed.NOTHING);
    }

    private static Move move(String key, String line, String debit, String credit, long minor) {
        return new Move(FRI_2026_02_13, key, Shops.NOODLES, line, debit, credit, minor, Currency.CNY, "test");
    }
}
