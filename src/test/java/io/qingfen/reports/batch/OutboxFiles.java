package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Home;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of an outbox as tests read them. */
final class OutboxFiles {
    private OutboxFiles() {}

    static String sortKey(CSVRecord row) {
        return String.join(
                "|",
                row.get("merchant_id"),
                row.get("terminal_id"),
                row.get("batch_no"),
                row.get("trace_no"),
                row.get("rrn"),
                row.get("txn_type"),
                row.get("transaction_id"));
    }

    /** Bytes as Latin-1, so that nothing is lost. */
    static Map<String, String> outbox(Path home) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        Path outbox = new Home(home).outbox(FilledBooks.FEB_12);
        try (Stream<Path> files = Files.walk(outbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(outbox.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    static String utf8(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    static List<String> partsWithOneHeader(Path home) throws IOException {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> file : outbox(home).entrySet()) {
            if (file.getKey().matches("transactions-.*gz")) {
                byte[] packed = file.getValue().getBytes(StandardCharsets.ISO_8859_1);
                byte[] plain = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
                String text = new String(plain, StandardCharsets.UTF_8);
                assertThat(text).startsWith("transaction_id,");
                parts.add(parts.isEmpty() ? text : text.substring(text.indexOf('\n') + 1));
            }
        }
        return parts;
    }

    static List<CSVRecord> csv(String content) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(content)).getRecords();
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> manifest(Path home) throws IOException {
        Map<String, Object> tree = tree(outbox(home).get("manifest.json").getBytes(StandardCharsets.ISO_8859_1));
        Map<String, String> listed = new TreeMap<>();
        for (Map<String, Object> file : (List<Map<String, Object>>) tree.get("files")) {
            listed.put((String) file.get("name"), file.get("rows") + " " + file.get("sha256"));
        }
        return listed;
    }

    static Map<String, Object> tree(byte[] json) {
        return JsonMapper.shared().readValue(json, new TypeReference<>() {});
    }
}
