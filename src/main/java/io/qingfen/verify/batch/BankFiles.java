package io.qingfen.verify.batch;

import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Bank files read back: payout id, name, account, bank code, amount, currency and value date of each payout, as text,
 * and what the file states of itself. A file holds at most 10,000 payouts of XML, or lines that are kept small.
 */
final class BankFiles {
    /** @param totals what the file states: count and sum, as many times as it states them */
    record Content(List<Row> payouts, List<String> totals) {
        Rows rows() {
            return Rows.of(payouts);
        }
    }

    private BankFiles() {}

    /** Where the bank files of a date stand: {@code payouts/}, and {@code released/} once they may leave. */
    static Path folder(Path outbox) {
        boolean moved = !Files.isDirectory(outbox.resolve("payouts")) && Files.isDirectory(outbox.resolve("released"));
        return outbox.resolve(moved ? "released" : "payouts");
    }

    static Content read(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".xml")) {
            return transfers(file);
        }
        return name.endsWith(".csv") ? table(file) : batch(file);
    }

    private static Content table(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(file)) {
            Row header = reader.next();
            String expected =
                    "payout_id,account_name,account_no,bank_code,bank_name,amount,currency,value_date,postscript";
            if (header == null || !String.join(",", header.cells()).equals(expected)) {
                throw new IOException(file.getFileName() + ":1: is not the header of a bank table");
            }
            for (Row row = reader.next(); row != null; row = reader.next()) {
                if (row.cells().length != 9) {
                    throw new IOException(row.place() + ": has " + row.cells().length + " cells, should have 9");
                }
                rows.add(new Row(row.place(), new String[] {
                    row.cell(0), row.cell(1), row.cell(2), row.cell(3), row.cell(5), row.cell(6), row.cell(7)
                }));
            }
        }
        return new Content(rows, List.of());
    }

    /** Amounts are minor units, and neither bank code nor value date is told. */
    private static Content batch(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> totals = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\\|", -1);
                String place = file.getFileName() + ":" + ++number;
                if (number == 1 && cells.length == 5) {
                    totals.add(cells[2]);
                    totals.add(cells[1]);
                } else if (number > 2 && cells.length == 11) {
                    rows.add(new Row(
                            place, new String[] {cells[0], cells[5], cells[4], null, cells[2], cells[1], null}));
                } else if (number != 2) {
                    throw new IOException(place + ": is no line of a UnionPay batch");
                }
            }
        }
        return new Content(rows, totals);
    }

    private static Content transfers(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream bytes = Files.newInputStream(file)) {
            return new Transfers(file.getFileName().toString(), factory.createXMLStreamReader(bytes)).read();
        } catch (XMLStreamException damaged) {
            throw new IOException(file.getFileName() + ": " + damaged.getMessage(), damaged);
        }
    }

    /** Follows the path of elements; what matters is taken by its end. */
    private static final class Transfers {
        private final String name;
        private final XMLStreamReader xml;
        private final List<Row> rows = new ArrayList<>();
        private final List<String> totals = new ArrayList<>();
        private final Map<String, String> values = new HashMap<>();
        private final StringBuilder path = new StringBuilder();
        private String valueDate = "";
        private int line;

        Transfers(String name, XMLStreamReader xml) {
            this.name = name;
            this.xml = xml;
        }

        Content read() throws XMLStreamException {
            StringBuilder text = new StringBuilder();
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    path.append('/').append(xml.getLocalName());
                    begin();
                    text.setLength(0);
                } else if (event == XMLStreamConstants.CHARACTERS) {
                    text.append(xml.getText());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(text.toString().strip());
                    text.setLength(0);
                    path.setLength(path.lastIndexOf("/"));
                }
            }
            return new Content(rows, totals);
        }

        private void begin() {
            if (xml.getLocalName().equals("CdtTrfTxInf")) {
                values.clear();
                line = xml.getLocation().getLineNumber();
            } else if (xml.getLocalName().equals("InstdAmt")) {
                values.put("currency", xml.getAttributeValue(null, "Ccy"));
            }
        }

        private void end(String text) {
            String place = path.toString();
            if (place.endsWith("/NbOfTxs") || place.endsWith("/CtrlSum")) {
                totals.add(text);
            } else if (place.endsWith("/ReqdExctnDt/Dt")) {
                valueDate = text;
            } else if (place.contains("/CdtTrfTxInf/")) {
                values.put(place.substring(place.indexOf("/CdtTrfTxInf/") + 13), text);
            } else if (place.endsWith("/CdtTrfTxInf")) {
                rows.add(row());
            }
        }

        private Row row() {
            return new Row(name + ":" + line, new String[] {
                values.get("PmtId/EndToEndId"),
                values.get("Cdtr/Nm"),
                first("CdtrAcct/Id/IBAN", "CdtrAcct/Id/Othr/Id"),
                first("CdtrAgt/FinInstnId/BICFI", "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId", "CdtrAgt/FinInstnId/Othr/Id"),
                values.get("Amt/InstdAmt"),
                values.get("currency"),
                valueDate
            });
        }

        private String first(String... places) {
            for (String place : places) {
                if (values.get(place) != null) {
                    return values.get(place);
                }
            }
            return null;
        }
    }
}
