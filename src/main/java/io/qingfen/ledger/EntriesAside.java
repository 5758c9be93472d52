package io.qingfen.ledger;

import io.qingfen.run.RunContext;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Entries of a step's partitions, set aside until all of them are known and then handed over in the order of their ids.
 * Ids are hashes: millions that are posted as they come touch every page of the ledger's indexes again and again, in
 * order they touch each page once. What is lost of it is found missing, and can be set aside again.
 */
public interface EntriesAside {
    /** Sets a partition's entries aside, in the place of those of an earlier attempt. */
    void keep(RunContext run, String partition, Collection<Entry> entries) throws IOException;

    /** Whether this partition's entries are there and whole. */
    boolean isWhole(RunContext run, String partition) throws IOException;

    /** Hands over the entries of these partitions by id, in order of id, so many at once that memory stays small. */
    void each(RunContext run, List<String> partitions, Consumer<SortedMap<String, Entry>> lots) throws IOException;
}
