package io.qingfen.payouts;

import io.qingfen.money.Currency;
import io.qingfen.reference.Settings.Acquirer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Batches and payouts for tests of the bank files. */
final class BankFileSamples {
    static final LocalDate FEB_12 = LocalDate.of(2026, 2, 12);
    static final LocalDate FEB_13 = LocalDate.of(2026, 2, 13);

    private BankFileSamples() {}

    static FileBatch batch(Currency currency) {
        Acquirer debtor = new Acquirer("清分示范收单机构", "1001000000000000001", "102100099996");
        return new FileBatch(FEB_12, FEB_13, currency, debtor, LocalTime.of(23, 0));
    }

    static Instruction payout(int number, String accountName, long minor, Currency currency) {
        String merchantId = "89831000000000" + number;
        return new Instruction(
                PayoutId.of(FEB_12, merchantId, currency, currency),
                merchantId,
                accountName,
                "622202100100000000" + number,
                "10229000000" + number,
                "工商银行",
                minor,
                currency,
                FEB_13);
    }

    static String written(BankFileFormat format, FileBatch batch, List<Instruction> payouts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long sum = payouts.stream().mapToLong(Instruction::amountMinor).sum();
        try {
            BankFileFormat.Body body = format.begin(batch, 1, new FileTotals(payouts.size(), sum), out);
            for (Instruction payout : payouts) {
                body.add(payout);
            }
            body.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
