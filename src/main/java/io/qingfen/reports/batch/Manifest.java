package io.qingfen.reports.batch;

import io.qingfen.reports.jdbc.ReportFiles;
import io.qingfen.reports.jdbc.ReportFiles.Listed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of every other file of a date; where it stands, everything else does. */
final class Manifest {
    static final String NAME = "manifest.json";
    static final String SUMMARY = "summary.json";
    private final ReportFiles published;

    Manifest(ReportFiles published) {
        this.published = published;
    }

    Map<String, Object> tree(LocalDate businessDate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("business_date", businessDate.toString());
        tree.put("files", files(businessDate, ""));
        return tree;
    }

    /** In byte order of name. @param except a file that cannot know its own hash */
    List<Map<String, Object>> files(LocalDate businessDate, String except) {
        List<Listed> listed = new ArrayList<>(published.reports(businessDate));
        for (Listed file : published.bankFiles(businessDate)) {
            listed.add(file);
            listed.add(hashFileOf(file));
        }
        return listed.stream()
                .filter(file -> !file.name().equals(except))
                .sorted(Comparator.comparing(Listed::name))
                .map(Manifest::row)
                .toList();
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
