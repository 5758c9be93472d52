package io.qingfen.reports.batch;

import io.qingfen.reports.jdbc.ReportFiles;
import io.qingfen.reports.jdbc.ReportFiles.Listed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** The list of every other file of a date; where it stands, everything else does. */
final class Manifest {
    static final String NAME = "manifest.json";
    static final String SUMMARY = "summary.json";
    private final ReportFiles published;

    Manifest(ReportFiles published) {
        this.published = published;
    }

    /** Row by row, since every merchant has a statement. */
    void write(LocalDate businessDate, OutputStream out) throws IOException {
        Deque<Listed> bankFiles = new ArrayDeque<>(bankFiles(businessDate));
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("business_date", businessDate.toString());
            json.writeArrayPropertyStart("files");
            published.eachReport(businessDate, report -> {
                while (!bankFiles.isEmpty() && bankFiles.peek().name().compareTo(report.name()) < 0) {
                    json.writePOJO(row(bankFiles.poll()));
                }
                json.writePOJO(row(report));
            });
            bankFiles.forEach(file -> json.writePOJO(row(file)));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    /** What the summary names, in byte order of name: everything but itself and the merchants' statements. */
    List<Map<String, Object>> files(LocalDate businessDate) {
        List<Listed> listed = new ArrayList<>(published.reports(businessDate));
        listed.addAll(bankFiles(businessDate));
        return listed.stream()
                .filter(file -> !file.name().equals(SUMMARY))
                .sorted(Comparator.comparing(Listed::name))
                .map(Manifest::row)
                .toList();
    }

    private List<Listed> bankFiles(LocalDate businessDate) {
        List<Listed> files = new ArrayList<>();
        for (Listed file : published.bankFiles(businessDate)) {
            files.add(file);
            files.add(hashFileOf(file));
        }
        files.sort(Comparator.comparing(Listed::name));
        return files;
    }

    private static Map<String, Object> row(Listed file) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", file.name());
        row.put("rows", file.rows());
        row.put("sha256", file.sha256());
        return row;
    }

    /** Beside every bank file stands one with its hash. */
    private static Listed hashFileOf(Listed bankFile) {
        String name = bankFile.name().substring(bankFile.name().indexOf('/') + 1);
        return new Listed(bankFile.name() + ".sha256", 1L, sha256(bankFile.sha256() + "  " + name + "\n"));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
