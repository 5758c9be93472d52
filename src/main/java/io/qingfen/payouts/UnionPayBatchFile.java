package io.qingfen.payouts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * UnionPay DF (代付) batch text, version 5.0.0: a line with sum and count, a line that names the columns, then a line a
 * payout. Amounts are minor units; what Qingfen does not know stays empty.
 */
public final class UnionPayBatchFile implements BankFileFormat {
    private static final String COLUMNS =
            "orderId|currencyCode|txnAmt|accType|accNo|customerNm|bizType|certifTp|" + "certifId|phoneNo|postscript";
    private static final int LONGEST_NAME = 60;

    @Override
    public String fileName(FileBatch batch, int number) {
        return "unionpay-df_" + batch.label() + ".txt";
    }

    @Override
    public Body begin(FileBatch batch, int number, FileTotals totals, OutputStream out) throws IOException {
        write(out, "5.0.0|" + totals.amountMinor() + "|" + totals.count() + "||\n" + COLUMNS + "\n");
        String currencyCode = numericCode(batch.currency().code());
        return new Body() {
            @Override
            public void add(Instruction payout) throws IOException {
                write(out, row(batch, currencyCode, payout));
            }

            @Override
            public void end() {
                // The format has no last line.
            }
        };
    }

    private static String row(FileBatch batch, String currencyCode, Instruction payout) {
        String name = BankText.of(payout.accountName().replace('|', ' '), LONGEST_NAME, payout.merchantId());
        return payout.payoutId() + "|" + currencyCode + "|" + payout.amountMinor() + "||" + payout.accountNo() + "|"
                + name + "|||||Settlement " + batch.businessDate() + "\n";
    }

    /** 156 for CNY; the letters where the platform has no number for a currency. */
    private static String numericCode(String letters) {
        return java.util.Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getCurrencyCode().equals(letters))
                .map(java.util.Currency::getNumericCodeAsString)
                .findFirst()
                .orElse(letters);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
