package io.qingfen.cli;

import io.qingfen.run.AuditTrail.End;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file with ends of the audit chain, one a line, as {@code qingfen audit end} prints them. */
final class KeptEnds {
    private KeptEnds() {}

    /** @throws Refusal USAGE_OR_REFERENCE when the file cannot be read or a line of it is no end; names file and line */
    static List<End> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    file + ": cannot be read (" + unreadable.getMessage() + "); nothing was checked");
        }
        List<End> ends = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (!line.isEmpty()) {
                String place = file + ":" + (at + 1);
                End.of(line)
                        .ifPresentOrElse(
                                ends::add,
                                () -> problems.add(place + ": is no end of the chain (number, colon, 64 digits), as"
                                        + " qingfen audit end prints it; nothing was checked"));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, problems);
        }
        return ends;
    }
}
