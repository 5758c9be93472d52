package io.qingfen.clearing.batch;

import io.qingfen.clearing.ItemIds;
import io.qingfen.intake.InputFiles;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names of input files by number. */
@Component
final class FileNames {
    private final InputFiles inputFiles;

    FileNames(InputFiles inputFiles) {
        this.inputFiles = inputFiles;
    }

    /** Ids for one thread. */
    ItemIds itemIds() {
        return new ItemIds(file -> inputFiles.names(List.of(file)).get(file));
    }
}
