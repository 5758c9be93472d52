package io.qingfen.verify.batch;

import io.qingfen.run.Home;
import io.qingfen.verify.DateFacts;
import io.qingfen.verify.FeeReckoning;
import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.InputQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads every archived input file of the date again: bytes, lines, trailers, and where each record went. */
final class InputProof {
    private static final String TWICE = "duplicates";
    private final Books books;
    private final Home home;
    private final LocalDate date;
    private final Proof proof;
    private final InputPlaces places;
    private final CaptureLines captures;
    private final AuthorizationLines authorizations;
    private long batchesInFile;
    private long recordsInFile;

    InputProof(Books books, Home home, DateFacts facts, FeeReckoning fees, Proof proof, Proof feeProof) {
        this.books = books;
        this.home = home;
        this.date = facts.date();
        this.proof = proof;
        this.places = new InputPlaces(books, proof);
        this.captures = new CaptureLines(places, proof);
        this.authorizations = new AuthorizationLines(places, facts, fees, proof, feeProof);
    }

    /** What was added up while reading. */
    InputPlaces places() {
        return places;
    }

    void prove() throws IOException {
        for (Row row : books.all("table open_item", InputQueries.WAITING_REVERSALS)) {
            String[] fields = RecordText.fields(row.cell(1));
            if (fields.length > 19) {
                String named = fields[19].equals("-1") ? fields[6] : fields[19];
                authorizations.waitingReversal(
                        fields[5],
                        String.format(java.util.Locale.ROOT, "%12s", named).replace(' ', '0'));
            }
        }
        files();
    }

    private void files() throws IOException {
        StringBuilder sums = new StringBuilder();
        Set<String> names = new TreeSet<>(Set.of("SHA256SUMS"));
        for (Row row : books.all("table input_file", "select " + InputFacts.COLUMNS + InputQueries.FILES_NAMED)) {
            InputFacts file = InputFacts.of(row);
            if (file.usedOn().equals(date)) {
                sums.append(file.sha256()).append("  ").append(file.name()).append('\n');
                names.add(file.name() + ".gz");
                identity(file);
            }
            read(file);
        }
        authorizations.end();
        places.end();
        archive(names, sums.toString());
    }

    private void archive(Set<String> names, String sums) throws IOException {
        Path archive = home.archive(date);
        Set<String> found = new TreeSet<>();
        if (Files.isDirectory(archive)) {
            proof.holds(!Files.isSymbolicLink(archive), "archive/" + date + ": is a link, should be the folder itself");
            try (Stream<Path> files = Files.list(archive)) {
                files.forEach(file -> found.add(file.getFileName().toString()));
            }
        }
        if (found.remove(TWICE)) {
            new SecondCopies(books, archive.resolve(TWICE)).prove(proof);
        }
        proof.same("archive/" + date, "files", found, names);
        Path file = archive.resolve("SHA256SUMS");
        proof.same(
                "archive/" + date + "/SHA256SUMS",
                "text",
                Files.isRegularFile(file) ? Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1) : null,
                sums);
    }

    private void identity(InputFacts file) {
        String who = "table input_file [" + file.number() + "|" + file.name() + "]";
        String kind = file.hasCaptures() ? "TERMINAL_BATCHES" : "AUTHORIZATIONS";
        String[] parts = file.name().split("[_.]");
        proof.same(who, "kind", file.kind(), kind);
        boolean named = parts.length == 4 && parts[1].matches("[0-9]{8}") && parts[2].matches("[0-9]{1,9}");
        proof.holds(named, who + " file_name: is no name of an input file");
        if (named) {
            proof.same(who, "file_date", file.fileDate().replace("-", ""), parts[1]);
            proof.same(who, "sequence_no", file.sequence(), Integer.parseInt(parts[2]));
        }
        proof.same(who, "state", file.state(), "ROUTED");
    }

    private void read(InputFacts file) throws IOException {
        boolean own = file.usedOn().equals(date);
        Path path = home.archive(file.usedOn()).resolve(file.name() + ".gz");
        String place = "archive/" + file.usedOn() + "/" + file.name() + ".gz";
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            proof.red(place + ": is missing or not the file itself; table input_file [" + file.number() + "|"
                    + file.name() + "] names it");
            return;
        }
        proof.holds(ArchivedLines.hasPlainHeader(path), place + ": its head is not as the archive writes it");
        captures.begin(file, own);
        authorizations.begin(file, own);
        batchesInFile = 0;
        recordsInFile = 0;
        try (ArchivedLines lines = new ArchivedLines(path)) {
            long trailer = 0;
            String[] stated = {};
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] fields = ArchivedLines.fields(line);
                if (line.startsWith("T,") && fields != null) {
                    trailer = lines.number();
                    stated = fields;
                }
                line(file, own, lines.number(), line, fields);
            }
            if (own) {
                whole(file, lines, trailer, stated);
            } else {
                proof.same(place, "SHA-256", lines.sha256(), file.sha256());
            }
        } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
            proof.red(place + ": cannot be unpacked: " + damaged.getMessage());
        }
    }

    private void line(InputFacts file, boolean own, long number, String line, String[] fields) {
        String type = line.substring(0, Math.max(0, line.indexOf(',')));
        if (file.hasCaptures() && type.equals("B")) {
            batchesInFile++;
            captures.batch(number, fields);
        } else if (file.hasCaptures() && type.equals("D")) {
            recordsInFile++;
            captures.detail(number, fields);
        } else if (!file.hasCaptures() && type.equals("A")) {
            recordsInFile++;
            authorizations.record(number, fields);
        } else if (own && (line.isEmpty() || type.equals("H") || type.equals("T"))) {
            places.other(file, false);
        } else if (own) {
            places.other(file, true);
            int rejects = places.rejects().of(file.number(), number).size();
            proof.holds(
                    rejects == 1,
                    file.name() + ":" + number + ": is no record and stands in table reject " + rejects
                            + " times, should stand there once");
        }
    }

    private void whole(InputFacts file, ArchivedLines lines, long trailer, String[] stated) {
        String who = "table input_file [" + file.number() + "|" + file.name() + "]";
        proof.same(who, "sha256 (by the archived bytes)", file.sha256(), lines.sha256());
        proof.same(who, "size_bytes", file.bytes(), lines.bytes());
        proof.same(who, "line_count", file.lines(), lines.number());
        proof.same(who, "trailer_line", file.trailerLine(), trailer);
        boolean captured = file.hasCaptures();
        String batches = captured ? cell(stated, 1) : "0";
        String records = cell(stated, captured ? 2 : 1);
        proof.same(who, "stated_batches", file.statedBatches(), batches);
        proof.same(who, "stated_records", file.statedRecords(), records);
        proof.same(who, "stated_amount", file.statedAmount(), cell(stated, captured ? 3 : 2));
        proof.same(file.name() + ":" + trailer, "batches counted", captured ? batchesInFile : 0, batches);
        proof.same(file.name() + ":" + trailer, "records counted", recordsInFile, records);
        places.trailer(file, file.statedAmount());
    }

    private static String cell(String[] cells, int index) {
        return index < cells.length ? cells[index] : "";
    }
}
