package io.qingfen.clearing.batch;

import io.qingfen.clearing.ItemIds;
import io.qingfen.intake.InputFiles;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Names of input files by number, kept for the process: a file's number and name never change once it is used. */
@Component
final class FileNames {
    private final InputFiles inputFiles;
    private final Map<Integer, String> names = new ConcurrentHashMap<>();

    FileNames(InputFiles inputFiles) {
        this.inputFiles = inputFiles;
    }

    /** Ids for one thread. */
    ItemIds itemIds() {
        return new ItemIds(file -> inputFiles.names(List.of(file)).get(file));
    }
}
