package io.qingfen.bench;

import java.nio.file.Path;

/** One way to pair and price the two sides of a date, in a process of its own. */
interface Contender {
    /**
     * @param input folder with captures.csv, authorizations.csv and merchants.csv
     * @param url an empty database; "" for those that need none
     * @param scratch an empty folder
     */
    Outcome run(Path input, String url, Path scratch) throws Exception;

    /** The contender of this name. */
    static Contender named(String name) {
        return switch (name) {
            case "sql" -> new SqlScript();
            case "chunks" -> new ChunkJob();
            case "lookup" -> new LookupJob();
            case "duckdb" -> new DuckDb(false);
            case "duckdb-file" -> new DuckDb(true);
            default -> throw new IllegalArgumentException("no contender " + name);
        };
    }
}
