package io.qingfen.generator;

import java.time.LocalDate;

/** Rows of terminals.csv. */
record TerminalRows(LocalDate firstDate) implements ReferenceFiles.Rows {
    static final String HEADER = "terminal_id,merchant_id,product,activated_on,deposit_policy,status,returned_on";

    @Override
    public void of(Shop shop, StringBuilder text) {
        for (int terminal = 0; terminal < shop.terminals(); terminal++) {
            Deposit deposit = Deposit.of(shop, terminal);
            text.append(shop.terminalId(terminal)).append(',').append(shop.id()).append(',');
            text.append(deposit.product()).append(',').append(deposit.activatedOn(shop, terminal, firstDate));
            text.append(',').append(deposit.policy()).append(",ACTIVE,\n");
        }
    }
}
