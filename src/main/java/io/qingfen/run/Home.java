package io.qingfen.run;

import java.nio.file.Path;
import java.time.LocalDate;

/** The directory that holds an installation, and where things are in it. */
public record Home(Path root) {
    public Path inbox() {
        return root.resolve("inbox");
    }

    public Path reference() {
        return root.resolve("reference");
    }

    public Path quarantine() {
        return root.resolve("quarantine");
    }

    public Path settings() {
        return root.resolve("qingfen.yml");
    }

    public Path data() {
        return root.resolve("data");
    }

    public Path outbox(LocalDate businessDate) {
        return root.resolve("outbox").resolve(businessDate.toString());
    }

    public Path archive(LocalDate businessDate) {
        return root.resolve("archive").resolve(businessDate.toString());
    }

    /** Where the files of an earlier generation of the date are kept. */
    public Path superseded(LocalDate businessDate, int generation) {
        return root.resolve("superseded").resolve(businessDate + "-" + generation);
    }

    /** Working set of a running night; removed when the date closes. */
    public Path work(LocalDate businessDate) {
        return root.resolve("work").resolve(businessDate.toString());
    }
}
