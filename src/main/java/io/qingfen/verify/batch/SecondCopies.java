package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.jdbc.Books;
import io.qingfen.verify.jdbc.InputQueries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Files that were delivered a second time stand as they came; each has the bytes of one that was used. */
record SecondCopies(Books books, Path folder) {

    void prove(Proof proof) throws IOException {
        Set<String> used = new HashSet<>();
        books.all("table input_file", InputQueries.USED).forEach(row -> used.add(row.cell(0)));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                boolean whole = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
                proof.holds(
                        whole && used.contains(Digests.of(file)),
                        "archive/" + folder.getParent().getFileName() + "/" + folder.getFileName() + "/"
                                + file.getFileName() + ": is no second copy of a file that was used; no row of table"
                                + " input_file has its SHA-256");
            }
        }
    }
}
