package io.qingfen.payouts;

import static io.qingfen.payouts.BankFileSamples.batch;
import static io.qingfen.payouts.BankFileSamples.payout;
import static io.qingfen.payouts.BankFileSamples.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.money.Currency;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class CreditTransferFileTest {
    private static final CreditTransferFile FORMAT = new CreditTransferFile();

    @Test
    void isValidAndSaysCountAndSumOnBothLevels() throws Exception {
        Document xml = valid(written(
                FORMAT,
                batch(Currency.CNY),
                List.of(payout(1, "收款人1", 499_895, Currency.CNY), payout(2, "Star, Ltd", 1, Currency.CNY))));
        assertThat(texts(xml, "NbOfTxs")).containsExactly("2", "2");
        assertThat(texts(xml, "CtrlSum")).containsExactly("4998.96", "4998.96");
        assertThat(texts(xml, "EndToEndId")).containsExactly("P20260212-898310000000001", "P20260212-898310000000002");
        assertThat(texts(xml, "InstdAmt")).containsExactly("4998.95", "0.01");
        assertThat(texts(xml, "Nm")).containsExactly("清分示范收单机构", "清分示范收单机构", "收款人1", "Star, Ltd");
        assertThat(texts(xml, "MmbId")).containsExactly("102100099996", "102290000001", "102290000002");
    }

    @Test
    void takesItsTimesAndIdsFromTheBusinessDate() throws Exception {
        Document xml = valid(written(FORMAT, batch(Currency.CNY), List.of(payout(1, "收款人1", 499_895, Currency.CNY))));
        assertThat(texts(xml, "MsgId")).containsExactly("QF20260212-0001");
        assertThat(texts(xml, "CreDtTm")).containsExactly("2026-02-12T23:00:00");
        assertThat(texts(xml, "PmtInfId")).containsExactly("QF20260212-0001-1");
        assertThat(texts(xml, "Dt")).containsExactly("2026-02-13");
        assertThat(FORMAT.fileName(batch(Currency.CNY), 1)).isEqualTo("pain001_20260212_20260213_CNY_001.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('x')</script> & \"Co\"",
                "]]>",
                "line\nbreak\ttab\r",
                "\u0000\u0001\u000b\u001f",
                "right\u202eto left\u200b",
                "lone \ud83d surrogate \udc00",
                "\ufffe\uffff",
                "😀𠮷野家",
                "　全角　空格　",
                "   ",
                "",
                "=HYPERLINK(\"http://x\")"
            })
    void isValidWithAnyName(String name) throws Exception {
        Document xml = valid(written(FORMAT, batch(Currency.CNY), List.of(payout(1, name, 100, Currency.CNY))));
        assertThat(texts(xml, "Nm").get(2)).isNotBlank().doesNotContainPattern("[\\n\\t\\r]|^ | $|  ");
    }

    @Test
    void cutsANameAtTheLongestTheSchemaAllows() throws Exception {
        String rare = "a" + "𠮷".repeat(200);
        Document xml = valid(written(FORMAT, batch(Currency.CNY), List.of(payout(1, rare, 100, Currency.CNY))));
        assertThat(texts(xml, "Nm").get(2)).isEqualTo("a" + "𠮷".repeat(69));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPY", "KWD", "CLF"})
    void writesAmountsWithTheDigitsOfTheCurrency(String code) throws Exception {
        Currency currency = Currency.of(code);
        Document xml = valid(written(FORMAT, batch(currency), List.of(payout(1, "x", 12_345, currency))));
        String expected = String.valueOf(java.math.BigDecimal.valueOf(12_345, currency.digits()));
        assertThat(texts(xml, "InstdAmt")).containsExactly(expected);
        assertThat(xml.getElementsByTagName("InstdAmt")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("Ccy")
                        .getNodeValue())
                .isEqualTo(code);
    }

    @Test
    void namesBanksByTheCodeTheyHave() throws Exception {
        Instruction domestic = payout(1, "a", 1, Currency.CNY);
        Document xml = valid(written(
                FORMAT,
                batch(Currency.CNY),
                List.of(
                        with(domestic, "DE89370400440532013000", "COBADEFFXXX"),
                        with(domestic, "DE89370400440532013001", "whatever bank"),
                        with(domestic, "12", ""))));
        assertThat(texts(xml, "IBAN")).containsExactly("DE89370400440532013000");
        assertThat(texts(xml, "BICFI")).containsExactly("COBADEFFXXX");
        assertThat(written(FORMAT, batch(Currency.CNY), List.of(with(domestic, "12", ""))))
                .contains("<Id>NOTPROVIDED</Id>");
    }

    @Test
    void isCheckedByASchemaThatRefusesABrokenFile() {
        String xml = written(FORMAT, batch(Currency.CNY), List.of(payout(1, "a", 1, Currency.CNY)));
        assertThatThrownBy(() -> valid(xml.replace("<PmtMtd>TRF</PmtMtd>", ""))).isInstanceOf(SAXException.class);
    }

    private static Instruction with(Instruction payout, String accountNo, String bankCode) {
        return new Instruction(
                payout.payoutId(),
                payout.merchantId(),
                payout.accountName(),
                accountNo,
                bankCode,
                payout.bankName(),
                payout.amountMinor(),
                payout.currency(),
                payout.valueDate());
    }

    private static Document valid(String xml) throws Exception {
        schema().newValidator().validate(new StreamSource(new StringReader(xml)));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static Schema schema() throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        return factory.newSchema(CreditTransferFileTest.class.getResource("/iso20022/pain.001.001.09.xsd"));
    }

    private static List<String> texts(Document xml, String element) {
        var found = xml.getElementsByTagName(element);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
