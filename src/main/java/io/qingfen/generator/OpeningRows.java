package io.qingfen.generator;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import java.time.LocalDate;

/** Rows of deposit-openings.csv: deposits of KEYPAD-299 taken before the books began, some with a stage reached. */
record OpeningRows(LocalDate firstDate) implements ReferenceFiles.Rows {
    static final String HEADER = "terminal_id,as_of,collected,refunded,counted_volume";
    private static final int FIRST_STAGE_MINOR = 5_000_000;
    private static final int MOST_MINOR = 9_000_000;

    @Override
    public void of(Shop shop, StringBuilder text) {
        for (int terminal = 0; terminal < shop.terminals(); terminal++) {
            if (Deposit.of(shop, terminal) == Deposit.OPENED) {
                int counted = shop.draw(60 + terminal, MOST_MINOR);
                text.append(shop.terminalId(terminal)).append(',').append(firstDate.minusDays(1));
                text.append(",299.00,").append(counted < FIRST_STAGE_MINOR ? "0.00" : "100.00");
                text.append(',').append(Amounts.format(counted, Currency.CNY)).append('\n');
            }
        }
    }
}
