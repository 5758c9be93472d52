package io.qingfen.settlement;

import static io.qingfen.settlement.Shops.FRI_2026_02_13;
import static io.qingfen.settlement.Shops.JPY;
import static io.qingfen.settlement.Shops.NOODLES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import io.qingfen.reference.OpeningBalance;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningTheBooksTest {

    @Test
    void takesOverTheBalancesInOneEntryPerCurrency() {
        Opening opening = new Opening(List.of(
                balance(Account.BANK, 100_00, Currency.CNY),
                balance(Account.merchantPayable(NOODLES), -100_00, Currency.CNY),
                balance(Account.DEVICES, 0, Currency.CNY),
                balance(Account.BANK, 70, JPY),
                balance(Account.PAYOUTS_IN_TRANSIT, -70, JPY)));
        List<Entry> entries = opening.entries(FRI_2026_02_13);
        assertThat(entries).extracting(Entry::key).containsExactly("OPENING|CNY", "OPENING|JPY");
        assertThat(entries.get(0).description()).isEqualTo("opening balances");
        assertThat(entries.get(0).postings())
                .containsExactly(
                        new Posting(Account.BANK, 100_00, 0, Currency.CNY),
                        new Posting(Account.merchantPayable(NOODLES), 0, 100_00, Currency.CNY));
    }

    @Test
    void bringsForwardWhatAMerchantIsOwed() {
        Opening opening = new Opening(List.of(
                balance(Account.merchantPayable(NOODLES), -100_00, Currency.CNY),
                balance(Account.merchantReceivable("OWING"), 40_00, Currency.CNY),
                balance(Account.BANK, 60_00, Currency.CNY)));
        assertThat(opening.owed().get(NOODLES).get(Currency.CNY)).isEqualTo(new Owed(100_00, 0));
        assertThat(opening.owed().get("OWING").get(Currency.CNY)).isEqualTo(new Owed(-40_00, 40_00));
        assertThat(opening.owed()).hasSize(2);
    }

    @Test
    void netsAMerchantThatIsOwedAndOwes() {
        Opening opening = new Opening(List.of(
                balance(Account.merchantPayable(NOODLES), -100_00, Currency.CNY),
                balance(Account.merchantReceivable(NOODLES), 30_00, Currency.CNY)));
        assertThat(opening.owed().get(NOODLES).get(Currency.CNY)).isEqualTo(new Owed(70_00, 30_00));
    }

    @Test
    void refusesBalancesThatDoNotSumToZero() {
        Opening opening = new Opening(List.of(balance(Account.BANK, 1, Currency.CNY)));
        assertThatThrownBy(() -> opening.entries(FRI_2026_02_13)).hasMessageContaining("does not balance");
    }

    private static OpeningBalance balance(String account, long minor, Currency currency) {
        return new OpeningBalance(account, currency, minor);
    }
}
