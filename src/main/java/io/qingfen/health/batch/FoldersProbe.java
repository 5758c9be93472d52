package io.qingfen.health.batch;

import io.qingfen.health.Finding;
import io.qingfen.run.Home;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the user of the program may write where a night writes. */
final class FoldersProbe {
    private static final String PROBE = "folders";
    private static final List<String> WRITTEN =
            List.of("inbox", "outbox", "archive", "quarantine", "work", "superseded", "data");

    private FoldersProbe() {}

    static Finding look(Home home) {
        List<String> wrong = new ArrayList<>();
        boolean allThere = true;
        for (String name : WRITTEN) {
            Path folder = home.root().resolve(name);
            if (!Files.exists(folder)) {
                allThere = false;
            } else if (!Files.isDirectory(folder)) {
                wrong.add(name + " is not a directory");
            } else if (!Files.isWritable(folder) || !Files.isReadable(folder)) {
                wrong.add(name + " may not be read and written");
            }
        }
        if (!allThere && !Files.isWritable(home.root())) {
            wrong.add("the home may not be written, so missing folders cannot be made");
        }
        return wrong.isEmpty()
                ? Finding.ok(PROBE, "inbox, outbox and the others may be written")
                : Finding.fail(
                        PROBE,
                        String.join(", ", wrong),
                        "a night moves files out of inbox/ and writes into the others",
                        "give " + home.root() + " to " + System.getProperty("user.name") + ", the user of the program");
    }
}
