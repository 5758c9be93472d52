package io.qingfen.payouts.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.payouts.PayoutResult;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingResultFilesTest {
    static final String REPORT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
            <GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-02-13T10:00:00</CreDtTm></GrpHdr>
            <OrgnlGrpInfAndSts><OrgnlMsgId>QF20260212-0001</OrgnlMsgId></OrgnlGrpInfAndSts>
            <OrgnlPmtInfAndSts>
            %s
            </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
            """;
    private static final String PAID = """
            <TxInfAndSts><OrgnlEndToEndId>P20260212-M1</OrgnlEndToEndId><TxSts>ACSC</TxSts>
            <FctvIntrBkSttlmDt><Dt>2026-02-13</Dt></FctvIntrBkSttlmDt>
            <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">4998.95</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>""";

    @Test
    void readsAStatusReportPayoutByPayout() {
        ResultFile file = xml(REPORT.formatted(PAID + """
                <TxInfAndSts><OrgnlEndToEndId>P20260212-M2</OrgnlEndToEndId><TxSts>RJCT</TxSts>
                <StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>account 6222021001234567890 closed</AddtlInf></StsRsnInf>
                </TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>P20260212-M3</OrgnlEndToEndId><TxSts>PDNG</TxSts></TxInfAndSts>
                <TxInfAndSts><OrgnlEndToEndId>P20260212-M4</OrgnlEndToEndId><TxSts>CANC</TxSts></TxInfAndSts>"""));
        assertThat(file.problems()).isEmpty();
        assertThat(file.results())
                .extracting(one -> one.payoutId() + " " + one.status() + " " + one.statedAmount() + one.statedCurrency()
                        + " " + one.reason() + " " + one.bookedOn())
                .containsExactly(
                        "P20260212-M1 PAID 4998.95CNY  2026-02-13",
                        "P20260212-M2 REJECTED  AC04 account 6222****7890 closed null",
                        "P20260212-M3 ACCEPTED   null",
                        "P20260212-M4 OTHER   null");
        assertThat(file.results().get(1).source()).isEqualTo("payout-results_20260213_01.xml:8");
    }

    @Test
    void readsAStatusOfTheWholeFileAsOneResultForAPerson() {
        ResultFile file = xml(REPORT.formatted("<PmtInfSts>RJCT</PmtInfSts>"));
        assertThat(file.results())
                .extracting(PayoutResult::payoutId, PayoutResult::word, PayoutResult::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("", "RJCT", "message QF20260212-0001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<Document/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.03'><CstmrPmtStsRpt/></Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'><Other/></Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'><CstmrPmtStsRpt/></Document>",
                "<!DOCTYPE Document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                        + "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.002.001.10'>&x;</Document>",
                "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>",
                "<!DOCTYPE Document SYSTEM 'http://127.0.0.1:1/x.dtd'><Document/>"
            })
    void refusesWhatIsNoStatusReport(String text) {
        ResultFile file = xml(text);
        assertThat(file.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("payout-results_20260213_01.xml:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<TxInfAndSts><TxSts>ACSC</TxSts></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>ACSC</TxSts><OrgnlTxRef><Amt>"
                        + "<InstdAmt Ccy='CNY'>1e3</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>ACSC</TxSts><FctvIntrBkSttlmDt>"
                        + "<Dt>2026-02-30</Dt></FctvIntrBkSttlmDt></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>ACSC"
            })
    void refusesAReportWithAPayoutThatCannotBeRead(String transaction) {
        assertThat(xml(REPORT.formatted(PAID + transaction)).problems()).isNotEmpty();
    }

    /** Somebody who reads it one way pays again what the other reader says is paid. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><OrgnlEndToEndId>P2</OrgnlEndToEndId>"
                        + "<TxSts>RJCT</TxSts></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>RJCT</TxSts><TxSts>ACSC</TxSts></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>RJ<b/>CT</TxSts></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>ACSP</TxSts><TxInfAndSts>"
                        + "<OrgnlEndToEndId>P2</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></TxInfAndSts>",
                "<a><TxInfAndSts><OrgnlEndToEndId>P2</OrgnlEndToEndId><TxSts>RJCT</TxSts></TxInfAndSts></a>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>RJCT</TxSts><OrgnlTxRef><Amt><InstdAmt"
                        + " Ccy='CNY'>1.00</InstdAmt><InstdAmt Ccy='CNY'>2.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>RJCT</TxSts><OrgnlTxRef><Amt>"
                        + "<InstdAmt Ccy='CNY'></InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>",
                "<TxInfAndSts><OrgnlEndToEndId>P1</OrgnlEndToEndId><TxSts>RJCT</TxSts><OrgnlTxRef><Amt>"
                        + "<InstdAmt>1.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>"
            })
    void refusesAReportThatCouldBeReadInTwoWays(String transaction) {
        assertThat(xml(REPORT.formatted(PAID + transaction)).problems()).isNotEmpty();
    }

    @Test
    void refusesAReportThatIsNestedWithoutEnd() {
        assertThat(xml(REPORT.formatted("<a>".repeat(100) + "</a>".repeat(100))).problems())
                .singleElement()
                .asString()
                .contains("nested deeper");
    }

    @Test
    void readsRowsOfCsv() {
        ResultFile file = csv("payout_id,status,reason,booked_on\nP20260212-M1,PAID,,2026-02-13\n"
                + "P20260212-M2,RETURNED,\"closed, sorry\",\n");
        assertThat(file.problems()).isEmpty();
        assertThat(file.results())
                .extracting(one -> one.payoutId() + " " + one.status() + " " + one.reason() + " " + one.bookedOn() + " "
                        + one.source())
                .containsExactly(
                        "P20260212-M1 PAID  2026-02-13 payout-results_20260213_01.csv:2",
                        "P20260212-M2 RETURNED closed, sorry null payout-results_20260213_01.csv:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "payout_id,status,reason\n",
                "payout_id,status,reason,booked_on\n",
                "payout_id,status,reason,booked_on\nP1,PAID,\n",
                "payout_id,status,reason,booked_on\nP1,paid,,\n",
                "payout_id,status,reason,booked_on\nP1,PREPARED,,\n",
                "payout_id,status,reason,booked_on\nP|1,PAID,,\n",
                "payout_id,status,reason,booked_on\nP1,PAID,,13.02.2026\n",
                "payout_id,status,reason,booked_on\nP1,PAID,\"open,\n"
            })
    void refusesACsvFileAsAWhole(String text) {
        assertThat(csv(text).problems()).isNotEmpty();
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] gbk = {'p', (byte) 0xb0, (byte) 0xa1, '\n'};
        assertThat(ResultFile.read("payout-results_20260213_01.csv", gbk).problems())
                .singleElement()
                .asString()
                .contains("is not UTF-8");
    }

    private static ResultFile xml(String text) {
        return ResultFile.read("payout-results_20260213_01.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResultFile csv(String text) {
        return ResultFile.read("payout-results_20260213_01.csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
