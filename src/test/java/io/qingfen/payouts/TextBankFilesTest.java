package io.qingfen.payouts;

import static io.qingfen.payouts.BankFileSamples.batch;
import static io.qingfen.payouts.BankFileSamples.payout;
import static io.qingfen.payouts.BankFileSamples.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reports.batch.WrittenColumns;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBankFilesTest {
    private static final List<Instruction> THREE = List.of(
            payout(1, "收款人1", 499_895, Currency.CNY),
            payout(2, "a|b\nc", 1, Currency.CNY),
            payout(3, "=1+1, \"Ltd\"", 100, Currency.CNY));

    @Test
    void theUnionPayBatchKeepsItsShapeWhateverTheNames() {
        BankFileFormat format = new UnionPayBatchFile();
        assertThat(written(format, batch(Currency.CNY), THREE)).isEqualTo("""
                        5.0.0|499996|3||
                        orderId|currencyCode|txnAmt|accType|accNo|customerNm|bizType|certifTp|certifId|phoneNo|postscript
                        P20260212-898310000000001|156|499895||6222021001000000001|收款人1|||||Settlement 2026-02-12
                        P20260212-898310000000002|156|1||6222021001000000002|a b c|||||Settlement 2026-02-12
                        P20260212-898310000000003|156|100||6222021001000000003|=1+1, "Ltd"|||||Settlement 2026-02-12
                        """);
        assertThat(format.fileName(batch(Currency.CNY), 1)).isEqualTo("unionpay-df_20260212_20260213_CNY.txt");
    }

    @Test
    void theCsvIsSafeForSpreadsheets() {
        BankFileFormat format = new BankCsvFile();
        assertThat(written(format, batch(Currency.CNY), THREE)).isEqualTo("""
                        payout_id,account_name,account_no,bank_code,bank_name,amount,currency,value_date,postscript
                        P20260212-898310000000001,"收款人1",6222021001000000001,102290000001,"工商银行",4998.95,CNY,2026-02-13,"Settlement 2026-02-12"
                        P20260212-898310000000002,"a|b c",6222021001000000002,102290000002,"工商银行",0.01,CNY,2026-02-13,"Settlement 2026-02-12"
                        P20260212-898310000000003,"'=1+1, ""Ltd""\",6222021001000000003,102290000003,"工商银行",1.00,CNY,2026-02-13,"Settlement 2026-02-12"
                        """);
        WrittenColumns.areThoseOfTheDictionary(
                "payouts/*.csv", written(format, batch(Currency.CNY), List.of()).strip());
        assertThat(format.fileName(batch(Currency.CNY), 1)).isEqualTo("payouts_20260212_20260213_CNY.csv");
    }
}
