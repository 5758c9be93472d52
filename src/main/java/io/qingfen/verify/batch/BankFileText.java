package io.qingfen.verify.batch;

import io.qingfen.money.Amounts;
import io.qingfen.verify.DateFacts;
import io.qingfen.verify.MerchantFacts;
import io.qingfen.verify.Row;
import java.io.IOException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Whole bank files as they must be, line by line: made of the payouts, the frozen accounts of the merchants, and the
 * payer of the frozen {@code qingfen.yml}.
 */
final class BankFileText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int NAME = 140;
    private static final int NAME_OF_BATCH = 60;
    private static final int CODE = 35;
    private static final String NOBODY = "NOTPROVIDED";
    private static final String[] TABLE =
            "payout_id,account_name,account_no,bank_code,bank_name,amount,currency,value_date,postscript".split(",");
    private static final String[] BATCH =
            "orderId|currencyCode|txnAmt|accType|accNo|customerNm|bizType|certifTp|certifId|phoneNo|postscript"
                    .split("\\|");
    private final DateFacts facts;
    private final String payer;
    private final String payerAccount;
    private final String payerBank;

    BankFileText(DateFacts facts) {
        this.facts = facts;
        this.payer = BankWords.clean(facts.setting("acquirer.name", "Qingfen Demo Acquirer"), NAME, NOBODY);
        this.payerAccount = facts.setting("acquirer.accountNo", "1001000000000000001");
        this.payerBank = facts.setting("acquirer.bankCode", "102100099996");
    }

    /**
     * A credit transfer file.
     *
     * @param payouts rows of table payout, in order of payout id
     * @param number of this file among those of the date
     */
    void transfers(List<Row> payouts, int number, ExpectedLines lines) throws IOException {
        Xml xml = new Xml(lines);
        String message =
                "QF" + facts.date().toString().replace("-", "") + "-" + String.format(Locale.ROOT, "%04d", number);
        lines.line("<?xml?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", false);
        xml.open("Document", " xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"");
        xml.open("CstmrCdtTrfInitn").open("GrpHdr").value("MsgId", message);
        LocalTime cutOff = LocalTime.parse(facts.setting("cutOff", "23:00"));
        xml.value("CreDtTm", facts.date() + "T" + TIME.format(cutOff));
        totals(payouts, xml);
        xml.open("InitgPty").value("Nm", payer).close("InitgPty").close("GrpHdr");
        xml.open("PmtInf").value("PmtInfId", message + "-1").value("PmtMtd", "TRF");
        totals(payouts, xml);
        xml.open("ReqdExctnDt").value("Dt", payouts.get(0).cell(9)).close("ReqdExctnDt");
        xml.open("Dbtr").value("Nm", payer).close("Dbtr");
        account("DbtrAcct", payerAccount, xml);
        bank("DbtrAgt", payerBank, xml);
        for (Row payout : payouts) {
            transfer(payout, xml);
        }
        xml.close("PmtInf").close("CstmrCdtTrfInitn").close("Document");
        lines.end();
    }

    private void transfer(Row payout, Xml xml) throws IOException {
        String merchant = payout.cell(1);
        xml.open("CdtTrfTxInf").about(payout.cell(0));
        xml.open("PmtId").value("EndToEndId", payout.cell(0)).close("PmtId");
        xml.open("Amt").value("InstdAmt", " Ccy=\"" + payout.cell(2) + "\"", amount(payout), false);
        xml.close("Amt");
        bank("CdtrAgt", bankCode(payout), xml);
        xml.open("Cdtr")
                .value("Nm", BankWords.clean(name(payout), NAME, merchant))
                .close("Cdtr");
        account("CdtrAcct", accountNo(payout), xml);
        xml.open("RmtInf").value("Ustrd", "Settlement " + facts.date() + " " + merchant);
        xml.close("RmtInf").close("CdtTrfTxInf").about(null);
    }

    private void totals(List<Row> payouts, Xml xml) throws IOException {
        int digits = OutputCells.digits(payouts.get(0).cell(2));
        xml.value("NbOfTxs", Integer.toString(payouts.size())).value("CtrlSum", Amounts.format(sum(payouts), digits));
    }

    private static void account(String element, String account, Xml xml) throws IOException {
        xml.open(element).open("Id");
        if (BankWords.isIban(account)) {
            xml.value("IBAN", "", account, true);
        } else {
            xml.open("Othr").value("Id", "", account, true).close("Othr");
        }
        xml.close("Id").close(element);
    }

    private static void bank(String element, String code, Xml xml) throws IOException {
        xml.open(element).open("FinInstnId");
        if (code.matches("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?")) {
            xml.value("BICFI", code);
        } else if (code.matches("[0-9]{12}")) {
            xml.open("ClrSysMmbId").open("ClrSysId").value("Cd", "CNAPS").close("ClrSysId");
            xml.value("MmbId", code).close("ClrSysMmbId");
        } else {
            xml.open("Othr").value("Id", BankWords.clean(code, CODE, NOBODY)).close("Othr");
        }
        xml.close("FinInstnId").close(element);
    }

    /** The table of a value date and currency. */
    void table(List<Row> payouts, ExpectedLines lines) throws IOException {
        lines.line("header", String.join(",", TABLE), false);
        for (Row payout : payouts) {
            lines.cells(
                    TABLE,
                    String.join(
                            ",",
                            BankWords.code(payout.cell(0)),
                            BankWords.words(BankWords.clean(name(payout), NAME, payout.cell(1))),
                            BankWords.code(accountNo(payout)),
                            BankWords.code(bankCode(payout)),
                            BankWords.words(BankWords.clean(bankName(payout), NAME, "")),
                            amount(payout),
                            payout.cell(2),
                            payout.cell(9),
                            BankWords.code("Settlement " + facts.date())),
                    false);
        }
        lines.end();
    }

    /** The UnionPay batch of a value date and currency. */
    void batch(List<Row> payouts, ExpectedLines lines) throws IOException {
        lines.line("first line", "5.0.0|" + sum(payouts) + "|" + payouts.size() + "||", false);
        lines.line("names of the columns", String.join("|", BATCH), false);
        for (Row payout : payouts) {
            String name = BankWords.clean(name(payout).replace('|', ' '), NAME_OF_BATCH, payout.cell(1));
            lines.cells(
                    BATCH,
                    payout.cell(0) + "|" + BankWords.numeric(payout.cell(2)) + "|" + payout.cell(3) + "||"
                            + accountNo(payout) + "|" + name + "|||||Settlement " + facts.date(),
                    true);
        }
        lines.end();
    }

    private static long sum(List<Row> payouts) {
        return payouts.stream().mapToLong(row -> row.number(3)).reduce(0, Math::addExact);
    }

    private static String amount(Row payout) {
        return Amounts.format(payout.number(3), OutputCells.digits(payout.cell(2)));
    }

    private MerchantFacts merchant(Row payout) {
        return facts.merchants().get(payout.cell(1));
    }

    private String accountNo(Row payout) {
        MerchantFacts merchant = merchant(payout);
        return merchant == null ? "" : merchant.accountNo();
    }

    private String name(Row payout) {
        MerchantFacts merchant = merchant(payout);
        return merchant == null ? "" : merchant.accountName();
    }

    private String bankCode(Row payout) {
        MerchantFacts merchant = merchant(payout);
        return merchant == null ? "" : merchant.bankCode();
    }

    private String bankName(Row payout) {
        MerchantFacts merchant = merchant(payout);
        return merchant == null ? "" : merchant.bankName();
    }

    /** Elements one a line, two blanks deeper inside each other, with the path of each. */
    private static final class Xml {
        private final ExpectedLines lines;
        private final StringBuilder path = new StringBuilder();
        private String about;
        private int depth;

        Xml(ExpectedLines lines) {
            this.lines = lines;
        }

        /** The payout that the next elements are about; null for none. */
        Xml about(String payout) {
            about = payout;
            return this;
        }

        Xml open(String element) throws IOException {
            return open(element, "");
        }

        Xml open(String element, String attribute) throws IOException {
            path.append('/').append(element);
            lines.line(place(), "  ".repeat(depth) + "<" + element + attribute + ">", false);
            depth++;
            return this;
        }

        Xml close(String element) throws IOException {
            depth--;
            lines.line(place() + " (its end)", "  ".repeat(depth) + "</" + element + ">", false);
            path.setLength(path.length() - element.length() - 1);
            return this;
        }

        Xml value(String element, String value) throws IOException {
            return value(element, "", value, false);
        }

        Xml value(String element, String attribute, String value, boolean secret) throws IOException {
            String text = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            String line = "  ".repeat(depth) + "<" + element + attribute + ">" + text + "</" + element + ">";
            lines.line(place() + "/" + element, line, secret);
            return this;
        }

        private String place() {
            return about == null ? path.toString() : "[" + about + "] " + path;
        }
    }
}
