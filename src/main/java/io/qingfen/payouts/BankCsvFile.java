package io.qingfen.payouts;

import io.qingfen.money.Amounts;
import io.qingfen.run.CsvRows;
import java.io.IOException;
import java.io.OutputStream;

/** The payouts of a batch as CSV, for banks whose portal takes a table. */
public final class BankCsvFile implements BankFileFormat {
    private static final int LONGEST_NAME = 140;

    @Override
    public String fileName(FileBatch batch, int number) {
        return "payouts_" + batch.label() + ".csv";
    }

    @Override
    public Body begin(FileBatch batch, int number, FileTotals totals, OutputStream out) {
        CsvRows rows = new CsvRows(
                out,
                "payout_id",
                "account_name",
                "account_no",
                "bank_code",
                "bank_name",
                "amount",
                "currency",
                "value_date",
                "postscript");
        return new Body() {
            @Override
            public void add(Instruction payout) throws IOException {
                write(rows, batch, payout);
            }

            @Override
            public void end() throws IOException {
                rows.close();
            }
        };
    }

    private static void write(CsvRows rows, FileBatch batch, Instruction payout) throws IOException {
        rows.code(payout.payoutId())
                .text(BankText.of(payout.accountName(), LONGEST_NAME, payout.merchantId()))
                .code(payout.accountNo())
                .code(payout.bankCode())
                .text(BankText.of(payout.bankName(), LONGEST_NAME, ""))
                .number(Amounts.format(payout.amountMinor(), payout.currency()))
                .code(payout.currency().code())
                .date(payout.valueDate())
                .code("Settlement " + batch.businessDate())
                .end();
    }
}
