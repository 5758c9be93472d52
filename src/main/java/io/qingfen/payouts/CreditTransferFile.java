package io.qingfen.payouts;

import io.qingfen.money.Amounts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

/**
 * ISO 20022 customer credit transfer initiation, pain.001.001.09. One payment information holds every payout of the
 * file; count and sum stand on both levels.
 */
public final class CreditTransferFile implements BankFileFormat {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int LONGEST_NAME = 140;
    private static final String NOT_PROVIDED = "NOTPROVIDED";
    private static final int DEPTH_OF_TRANSACTIONS = 3;

    @Override
    public String fileName(FileBatch batch, int number) {
        return "pain001_" + batch.label() + "_" + numbered(number, 3) + ".xml";
    }

    @Override
    public Body begin(FileBatch batch, int number, FileTotals totals, OutputStream out) throws IOException {
        write(out, head(batch, number, totals));
        return new Body() {
            @Override
            public void add(Instruction payout) throws IOException {
                write(out, transaction(batch, payout));
            }

            @Override
            public void end() throws IOException {
                write(out, new XmlText(3).end("PmtInf").end("CstmrCdtTrfInitn").end("Document"));
            }
        };
    }

    private static XmlText head(FileBatch batch, int number, FileTotals totals) {
        String messageId =
                "QF" + batch.businessDate().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + numbered(number, 4);
        XmlText xml = new XmlText(1)
                .raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
                .raw("<Document xmlns=\"" + NAMESPACE + "\">")
                .begin("CstmrCdtTrfInitn");
        groupHeader(xml, batch, messageId, totals);
        xml.begin("PmtInf").element("PmtInfId", messageId + "-1").element("PmtMtd", "TRF");
        totals(xml, batch, totals);
        xml.begin("ReqdExctnDt").element("Dt", batch.valueDate().toString()).end("ReqdExctnDt");
        party(xml, "Dbtr", batch.debtor().name(), NOT_PROVIDED);
        account(xml, "DbtrAcct", batch.debtor().accountNo());
        bank(xml, "DbtrAgt", batch.debtor().bankCode());
        return xml;
    }

    private static void groupHeader(XmlText xml, FileBatch batch, String messageId, FileTotals totals) {
        xml.begin("GrpHdr")
                .element("MsgId", messageId)
                .element("CreDtTm", DATE_TIME.format(batch.businessDate().atTime(batch.cutOff())));
        totals(xml, batch, totals);
        party(xml, "InitgPty", batch.debtor().name(), NOT_PROVIDED);
        xml.end("GrpHdr");
    }

    private static XmlText transaction(FileBatch batch, Instruction payout) {
        XmlText xml = new XmlText(DEPTH_OF_TRANSACTIONS).begin("CdtTrfTxInf");
        xml.begin("PmtId").element("EndToEndId", payout.payoutId()).end("PmtId");
        String amount = Amounts.format(payout.amountMinor(), payout.currency());
        xml.begin("Amt")
                .element("InstdAmt", " Ccy=\"" + payout.currency().code() + "\"", amount)
                .end("Amt");
        bank(xml, "CdtrAgt", payout.bankCode());
        party(xml, "Cdtr", payout.accountName(), payout.merchantId());
        account(xml, "CdtrAcct", payout.accountNo());
        xml.begin("RmtInf")
                .element("Ustrd", "Settlement " + batch.businessDate() + " " + payout.merchantId())
                .end("RmtInf");
        return xml.end("CdtTrfTxInf");
    }

    private static void totals(XmlText xml, FileBatch batch, FileTotals totals) {
        xml.element("NbOfTxs", Integer.toString(totals.count()))
                .element("CtrlSum", Amounts.format(totals.amountMinor(), batch.currency()));
    }

    private static void party(XmlText xml, String element, String name, String otherwise) {
        xml.begin(element)
                .element("Nm", BankText.of(name, LONGEST_NAME, otherwise))
                .end(element);
    }

    private static void account(XmlText xml, String element, String accountNo) {
        xml.begin(element).begin("Id");
        if (BankCodes.isIban(accountNo)) {
            xml.element("IBAN", accountNo);
        } else {
            xml.begin("Othr").element("Id", accountNo).end("Othr");
        }
        xml.end("Id").end(element);
    }

    private static void bank(XmlText xml, String element, String code) {
        xml.begin(element).begin("FinInstnId");
        if (BankCodes.isBic(code)) {
            xml.element("BICFI", code);
        } else if (BankCodes.isCnaps(code)) {
            xml.begin("ClrSysMmbId");
            xml.begin("ClrSysId").element("Cd", "CNAPS").end("ClrSysId").element("MmbId", code);
            xml.end("ClrSysMmbId");
        } else {
            String id = BankText.of(code, BankCodes.LONGEST_CODE, NOT_PROVIDED);
            xml.begin("Othr").element("Id", id).end("Othr");
        }
        xml.end("FinInstnId").end(element);
    }

    private static void write(OutputStream out, XmlText xml) throws IOException {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String numbered(int number, int digits) {
        String plain = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }
}
