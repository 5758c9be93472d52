package io.qingfen.payouts.batch;

import io.qingfen.payouts.PayoutResult;
import io.qingfen.payouts.PayoutResult.Status;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * ISO 20022 payment status report, pain.002.001.10. Read as a stream, without document type and external entities; what
 * every report must have is required, what Qingfen has no use for is passed over.
 */
final class PaymentStatusReport {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";
    private static final String REPORT = "Document/CstmrPmtStsRpt";
    private static final String GROUP = REPORT + "/OrgnlGrpInfAndSts";
    private static final String PAYMENT = REPORT + "/OrgnlPmtInfAndSts";
    private static final String TRANSACTION = PAYMENT + "/TxInfAndSts";
    private static final String ID = "OrgnlEndToEndId";
    private static final String STATUS = "TxSts";
    private static final String AMOUNT_STATED = "OrgnlTxRef/Amt/InstdAmt";
    /** Said once of a payout, or nobody knows what the bank means. */
    private static final List<String> ONCE = List.of(ID, STATUS, AMOUNT_STATED);

    private static final List<String> REQUIRED =
            List.of(REPORT + "/GrpHdr/MsgId", REPORT + "/GrpHdr/CreDtTm", GROUP + "/OrgnlMsgId");
    private static final Set<String> AT_WORK =
            Set.of("RCVD", "PDNG", "ACTC", "ACCP", "ACSP", "ACWC", "ACFC", "ACWP", "PATC", "PART");
    private static final Map<String, Status> ENDS = Map.of(
            "ACSC", Status.PAID,
            "ACCC", Status.PAID,
            "RJCT", Status.REJECTED);
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,5})?");
    private static final Pattern OUR_MESSAGE = Pattern.compile("QF[0-9]{8}-[0-9]{4,9}");
    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 2_000;

    private final ResultFile file;
    private final Deque<String> paths = new ArrayDeque<>();
    private final Map<String, String> report = new HashMap<>();
    private final Map<String, String> transaction = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int transactionLine;

    PaymentStatusReport(ResultFile file) {
        this.file = file;
    }

    void read(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (file.problems().isEmpty() && xml.hasNext()) {
                event(xml.next(), xml);
            }
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
            file.problem(Math.max(1, line), "is not well-formed XML");
        }
        if (file.problems().isEmpty()) {
            finish();
        }
    }

    private void event(int event, XMLStreamReader xml) {
        int line = xml.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml, line);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (text.length() + xml.getTextLength() <= LONGEST_TEXT) {
                    text.append(xml.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                file.problem(line, "has a document type or an entity; neither is read");
            default -> {
                // Comments, white space and processing instructions say nothing about payouts.
            }
        }
    }

    private void begin(XMLStreamReader xml, int line) {
        if (paths.size() >= DEEPEST) {
            file.problem(line, "is nested deeper than " + DEEPEST + " elements");
            return;
        }
        String path = paths.isEmpty() ? xml.getLocalName() : paths.peek() + "/" + xml.getLocalName();
        boolean ours = NAMESPACE.equals(xml.getNamespaceURI());
        if (paths.isEmpty() && !(ours && path.equals("Document")) || paths.size() == 1 && !path.equals(REPORT)) {
            file.problem(line, "is not a payment status report of namespace " + NAMESPACE);
            return;
        }
        paths.push(ours ? path : path + "(foreign)");
        text.setLength(0);
        if (path.equals(TRANSACTION)) {
            transaction.clear();
            transactionLine = line;
        } else if (path.startsWith(TRANSACTION + "/")) {
            within(path.substring(TRANSACTION.length() + 1), xml, line);
        } else if (path.endsWith("/TxInfAndSts")) {
            file.problem(line, "a TxInfAndSts stands outside of OrgnlPmtInfAndSts");
        }
    }

    /** What could be read in two ways is refused: a payout that is taken for rejected is paid again. */
    private void within(String path, XMLStreamReader xml, int line) {
        if (path.endsWith("TxInfAndSts")) {
            file.problem(line, "a TxInfAndSts stands in another one");
        } else if (ONCE.contains(path) && transaction.containsKey(path)) {
            file.problem(line, "a TxInfAndSts has " + path + " twice");
        } else if (ONCE.stream().anyMatch(once -> path.startsWith(once + "/"))) {
            file.problem(line, "an element stands in " + path.substring(0, path.lastIndexOf('/')));
        } else if (path.equals(AMOUNT_STATED)) {
            transaction.put("Ccy", Objects.toString(xml.getAttributeValue(null, "Ccy"), ""));
        }
    }

    private void end() {
        String path = paths.pop();
        String value = text.toString().strip();
        text.setLength(0);
        if (path.equals(TRANSACTION)) {
            transaction();
        } else if (path.startsWith(TRANSACTION + "/")) {
            transaction.putIfAbsent(path.substring(TRANSACTION.length() + 1), value);
        } else {
            report.putIfAbsent(path, value);
        }
    }

    private void transaction() {
        String id = transaction.getOrDefault(ID, "");
        String word = transaction.getOrDefault(STATUS, "");
        String amount = transaction.getOrDefault(AMOUNT_STATED, "");
        if (id.isEmpty() || word.isEmpty()) {
            file.problem(transactionLine, "a TxInfAndSts lacks its OrgnlEndToEndId or TxSts");
        } else if (transaction.containsKey(AMOUNT_STATED)
                && !AMOUNT.matcher(amount).matches()) {
            file.problem(transactionLine, "'" + ResultFile.clean(amount) + "' is not an amount");
        } else if (transaction.containsKey(AMOUNT_STATED)
                && transaction.get("Ccy").isEmpty()) {
            file.problem(transactionLine, "InstdAmt lacks its currency, Ccy");
        } else {
            file.add(result(id, word, amount));
        }
    }

    private PayoutResult result(String id, String word, String amount) {
        boolean known = ResultFile.PAYOUT_ID.matcher(id).matches();
        return new PayoutResult(
                known ? id : "?" + ResultFile.clean(id),
                status(word),
                ResultFile.clean(word),
                amount,
                amount.isEmpty() ? "" : ResultFile.clean(transaction.get("Ccy")),
                reason(),
                file.date(transactionLine, bookedOn()),
                file.source(transactionLine));
    }

    private static Status status(String word) {
        return AT_WORK.contains(word) ? Status.ACCEPTED : ENDS.getOrDefault(word, Status.OTHER);
    }

    private String reason() {
        String code = transaction.getOrDefault("StsRsnInf/Rsn/Cd", transaction.getOrDefault("StsRsnInf/Rsn/Prtry", ""));
        return ResultFile.clean(code + " " + transaction.getOrDefault("StsRsnInf/AddtlInf", ""));
    }

    private String bookedOn() {
        String day = transaction.getOrDefault("FctvIntrBkSttlmDt/Dt", "");
        String time = transaction.getOrDefault("FctvIntrBkSttlmDt/DtTm", "");
        return day.isEmpty() && time.length() >= 10 ? time.substring(0, 10) : day;
    }

    /** A status of the whole file is only taken when no payout is named, and then by a person. */
    private void finish() {
        for (String required : REQUIRED) {
            if (report.getOrDefault(required, "").isEmpty()) {
                file.problem(1, "lacks " + required);
            }
        }
        String word = report.getOrDefault(GROUP + "/GrpSts", report.getOrDefault(PAYMENT + "/PmtInfSts", ""));
        if (file.problems().isEmpty() && file.results().isEmpty() && !word.isEmpty()) {
            String id = report.get(GROUP + "/OrgnlMsgId");
            String message = "message " + (OUR_MESSAGE.matcher(id).matches() ? id : ResultFile.clean(id));
            file.add(new PayoutResult("", status(word), ResultFile.clean(word), "", "", message, null, file.source(1)));
        }
    }
}
