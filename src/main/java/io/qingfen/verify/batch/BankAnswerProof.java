package io.qingfen.verify.batch;

import io.qingfen.run.Home;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.Rows;
import io.qingfen.verify.jdbc.ActAgreements;
import io.qingfen.verify.jdbc.Books;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Every end of a payout that the date books, and whatever became of payouts of the date, is what the bank's archived answer
 * says, or a withdrawal by a person.
 */
final class BankAnswerProof {
    private static final Map<String, String> WORDS = Map.of("ACSC", "PAID", "ACCC", "PAID", "RJCT", "REJECTED");
    private final Books books;
    private final Path archive;
    private final Path taking;
    private Set<String> withdrawals;
    private String file = "";
    /** What the file says of each payout; null when it cannot be asked. */
    private Map<String, Set<String>> answers;

    BankAnswerProof(Books books, Home home) {
        this.books = books;
        this.archive = home.root().resolve("archive").resolve("payout-results");
        this.taking = home.root().resolve("work").resolve("payout-results");
    }

    void prove(Proof proof) throws IOException {
        Rows rows = books.rows("table payout_event", ActAgreements.ENDED);
        for (Row row = rows.next(); row != null; row = rows.next()) {
            String who = "table payout_event [" + row.cell(0) + "]";
            String end = row.cell(2);
            proof.same(who, "from_state (by the event before)", row.cell(1), row.has(5) ? row.cell(5) : "PREPARED");
            boolean follows = PayoutStateProof.mayFollow(end, row.cell(1));
            proof.holds(follows, who + " to_state: is " + end + ", which cannot follow " + row.cell(1));
            if (row.cell(4).isEmpty()) {
                withdrawn(who, row, proof);
            } else {
                answered(who, row, proof);
            }
        }
    }

    private void withdrawn(String who, Row row, Proof proof) {
        proof.same(who, "to_state (no bank said it)", row.cell(2), "WITHDRAWN");
        if (withdrawals == null) {
            withdrawals = new HashSet<>();
            books.all("table audit_record", ActAgreements.WITHDRAWALS)
                    .forEach(act -> withdrawals.add(act.cell(0) + " by " + act.cell(1)));
        }
        proof.holds(
                withdrawals.contains(row.cell(0) + " by " + row.cell(3)),
                who + ": the audit chain has no payouts.withdraw of " + row.cell(0) + " by " + row.cell(3));
    }

    private void answered(String who, Row row, Proof proof) throws IOException {
        String source = row.cell(4);
        String name = source.substring(0, Math.max(0, source.lastIndexOf(':')));
        if (!name.equals(file)) {
            file = name;
            answers = read(who, name, proof);
        }
        Set<String> said = answers == null ? Set.of() : answers.getOrDefault(row.cell(0), Set.of());
        // whatever the bank says of it, it has it
        boolean so = row.cell(2).equals("SENT") ? !said.isEmpty() : said.contains(row.cell(2));
        proof.holds(
                answers == null || so, who + " to_state: is " + row.cell(2) + ", but " + source + " does not say so");
    }

    /** Null when it is not there. A process that died may have left it where files are taken. */
    private Map<String, Set<String>> read(String who, String name, Proof proof) throws IOException {
        List<Row> taken = books.all("table payout_result_file", ActAgreements.RESULT_FILE, Map.of("file", name));
        if (taken.isEmpty()) {
            proof.red(who + " source: table payout_result_file has no " + name);
            return null;
        }
        boolean onItsWay = !Boolean.parseBoolean(taken.get(0).cell(1)) && Files.isRegularFile(taking.resolve(name));
        Path path = onItsWay ? taking.resolve(name) : archive.resolve(name);
        if (!Files.isRegularFile(path)) {
            proof.red("archive/payout-results/" + name + ": is missing");
            return null;
        }
        proof.same(
                "table payout_result_file [" + name + "]",
                "sha256",
                taken.get(0).cell(0),
                Digests.of(path));
        return name.endsWith(".xml") ? report(path) : table(path);
    }

    private static Map<String, Set<String>> table(Path path) throws IOException {
        Map<String, Set<String>> answers = new HashMap<>();
        // A byte order mark belongs to no cell, and lines may end in three ways.
        String text = Files.readString(path)
                .replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try (CsvReader rows = new CsvReader(path.getFileName().toString(), bytes)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row.cells().length == 4) {
                    said(answers, row.cell(0), row.cell(1));
                }
            }
        }
        return answers;
    }

    /** A payout has one answer in most files. */
    private static void said(Map<String, Set<String>> answers, String payout, String state) {
        answers.merge(payout, Set.of(state), (before, more) -> {
            Set<String> both = new HashSet<>(before);
            both.addAll(more);
            return both;
        });
    }

    private static Map<String, Set<String>> report(Path path) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try (InputStream bytes = Files.newInputStream(path)) {
            return answers(factory.createXMLStreamReader(bytes));
        } catch (XMLStreamException damaged) {
            throw new IOException(path.getFileName() + ": " + damaged.getMessage(), damaged);
        }
    }

    private static Map<String, Set<String>> answers(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Set<String>> answers = new HashMap<>();
        Map<String, String> one = new HashMap<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                text.setLength(0);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.getLocalName().equals("TxInfAndSts")) {
                    String word = one.getOrDefault("TxSts", "");
                    said(answers, one.getOrDefault("OrgnlEndToEndId", ""), WORDS.getOrDefault(word, word));
                    one.clear();
                } else {
                    one.put(xml.getLocalName(), text.toString().strip());
                }
                text.setLength(0);
            }
        }
        return answers;
    }
}
