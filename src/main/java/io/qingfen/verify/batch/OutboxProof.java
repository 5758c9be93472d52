package io.qingfen.verify.batch;

import io.qingfen.run.Home;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.PayoutQueries;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What stands in the outbox of a date is exactly what its manifest, its tables and its hash files say. */
final class OutboxProof {
    private static final String MANIFEST = "manifest.json";
    private static final Set<String> FOLDERS = Set.of("payouts", "released", "statements");
    private final Books books;
    private final Path outbox;
    private final LocalDate date;
    /** Lines of the manifest by file name. */
    private final Map<String, Listed> listed = new TreeMap<>();

    private record Listed(String rows, String sha256) {}

    OutboxProof(Books books, Home home, LocalDate date) {
        this.books = books;
        this.outbox = home.outbox(date);
        this.date = date;
    }

    void prove(Proof proof) throws IOException {
        for (Row row : books.all("table report_file", PayoutQueries.REPORTS)) {
            report(row, proof);
        }
        for (Row row : books.all("table payout_file", PayoutQueries.FILES)) {
            bankFile(row, proof);
        }
        manifest(proof);
        others(proof);
        released(proof);
    }

    private void report(Row row, Proof proof) throws IOException {
        String name = row.cell(0);
        String who = "table report_file [" + date + "|" + name + "]";
        listed.put(name, new Listed(row.cell(1), row.cell(2)));
        Path file = outbox.resolve(name);
        if (!Files.isRegularFile(file)) {
            proof.red(name + ": is missing; " + who + " names it");
            return;
        }
        proof.same(name + ", " + who, "sha256 (by the file)", row.cell(2), Digests.of(file));
        proof.same(who, "size_bytes (by the file)", row.number(3), Files.size(file));
        proof.same(who, "row_count (by the file)", row.cell(1), rows(file));
    }

    /** Rows behind the header of a table, entries of a journal; null for a document. */
    private static String rows(Path file) throws IOException {
        String name = file.getFileName().toString();
        long rows = -1;
        if (name.endsWith(".ledger")) {
            rows = 0;
            try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    rows += line.matches("[0-9]{4}-[0-9]{2}-[0-9]{2} .*") ? 1 : 0;
                }
            }
        } else if (name.endsWith(".csv") || name.endsWith(".csv.gz")) {
            try (CsvReader reader = CsvReader.open(file)) {
                while (reader.next() != null) {
                    rows++;
                }
            }
        }
        return rows < 0 ? null : Long.toString(rows);
    }

    private void bankFile(Row row, Proof proof) throws IOException {
        String name = row.cell(0);
        String line = row.cell(1) + "  " + name + "\n";
        listed.put("payouts/" + name, new Listed(row.cell(2), row.cell(1)));
        listed.put("payouts/" + name + ".sha256", new Listed("1", Digests.of(line)));
        Path hash = BankFiles.folder(outbox).resolve(name + ".sha256");
        String found = Files.isRegularFile(hash) ? Files.readString(hash, StandardCharsets.ISO_8859_1) : null;
        proof.same(
                "payouts/" + name + ".sha256", "text (by table payout_file [" + date + "|" + name + "])", found, line);
    }

    private void manifest(Proof proof) throws IOException {
        List<String> lines =
                new ArrayList<>(List.of("{", "  \"business_date\" : \"" + date + "\",", "  \"files\" : ["));
        int left = listed.size();
        for (Map.Entry<String, Listed> file : listed.entrySet()) {
            lines.add("    {");
            lines.add("      \"name\" : \"" + file.getKey() + "\",");
            lines.add("      \"rows\" : " + file.getValue().rows() + ",");
            lines.add("      \"sha256\" : \"" + file.getValue().sha256() + "\"");
            lines.add(--left > 0 ? "    }," : "    }");
        }
        lines.add("  ]");
        lines.add("}");
        compare(lines, proof);
    }

    private void compare(List<String> lines, Proof proof) throws IOException {
        String wanted = String.join("\n", lines) + "\n";
        Path file = outbox.resolve(MANIFEST);
        String text = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        proof.looked();
        if (!text.equals(wanted)) {
            String[] found = text.split("\n", -1);
            int at = 0;
            while (at < found.length && at < lines.size() && found[at].equals(lines.get(at))) {
                at++;
            }
            proof.red(MANIFEST + ":" + (at + 1) + ": is '" + (at < found.length ? found[at] : "") + "', should be '"
                    + (at < lines.size() ? lines.get(at) : "") + "' by tables report_file and payout_file");
        }
    }

    private void others(Proof proof) throws IOException {
        Set<String> known = new TreeSet<>(listed.keySet());
        known.add(MANIFEST);
        proof.holds(!Files.isSymbolicLink(outbox), "outbox/" + date + ": is a link, should be the folder itself");
        for (String folder : List.of("", "payouts", "statements")) {
            Path directory = folder.isEmpty() ? outbox : outbox.resolve(folder);
            if (Files.isDirectory(directory)) {
                try (Stream<Path> entries = Files.list(directory)) {
                    entries.sorted().forEach(entry -> known(entry, known, proof));
                }
            }
        }
    }

    private void known(Path entry, Set<String> known, Proof proof) {
        String name = outbox.relativize(entry).toString().replace('\\', '/');
        if (FOLDERS.contains(name)) {
            proof.holds(isFolder(entry), name + ": is a file or a link, should be a folder");
        } else if (known.contains(name)) {
            proof.holds(isFile(entry), name + ": is a link or a folder, should be the file itself");
        } else {
            proof.red(name + ": stands in the outbox of " + date
                    + ", but neither table report_file nor payout_file names it");
        }
    }

    /** Bytes behind a link can become others without anything changing here. */
    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** What was released is byte by byte what was written, and nothing else stands there. */
    private void released(Proof proof) throws IOException {
        Path released = outbox.resolve("released");
        if (!Files.isDirectory(released)) {
            return;
        }
        Set<String> approved = new TreeSet<>();
        for (Row row : books.all("table payout_release_file", PayoutQueries.RELEASED)) {
            for (String name : List.of(row.cell(0), row.cell(0) + ".sha256")) {
                approved.add(name);
                proof.holds(
                        isFile(released.resolve(name)),
                        "released/" + name + ": is missing or not the file itself; table payout_release_file names it");
            }
        }
        try (Stream<Path> files = Files.list(released)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                Listed written = listed.get("payouts/" + name);
                proof.same(
                        "released/" + name,
                        "sha256 (by payouts/" + name + ")",
                        isFile(file) ? Digests.of(file) : "that of a link or a folder",
                        written == null ? null : written.sha256());
                // every format pays the same payouts
                proof.holds(
                        approved.isEmpty() || approved.contains(name),
                        "released/" + name + ": was not released; table payout_release_file does not name it");
            }
        }
    }
}
