package io.qingfen.intake.batch;

import io.qingfen.intake.InputName;
import io.qingfen.intake.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What arrived: takes the files of a date into the run's own directory, where no sender can touch them. */
final class Inbox {
    private static final int LONGEST_NAME = 200;
    /** Files of the jobs payout-results and scheme-reconciliation, which take them by day. */
    private static final Pattern OF_ANOTHER_JOB = Pattern.compile("payout-results_[0-9]{8}_[0-9]{2,5}\\.(csv|xml)"
            + "|(scheme|funds|disputes|fees)-[a-z0-9][a-z0-9-]{0,29}_[0-9]{8}_[0-9]{2,5}\\.(txt|csv|dat|zip)");

    private final IntakePaths paths;
    private final LocalDate businessDate;
    private final Path directory;

    Inbox(IntakePaths paths) {
        this.paths = paths;
        this.businessDate = paths.run().businessDate();
        this.directory = paths.run().home().inbox();
    }

    /** A file of the run: taken from the inbox now or by an earlier start. */
    record Taken(Path path, InputName name) {
        /** Under its own name; a second file of the same name stands beside it with a mark. */
        boolean isFirst() {
            return path.getFileName().toString().equals(name.text());
        }

        boolean isRegular() {
            return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Moves every file dated the business date or earlier, and says what stays. */
    List<Notice> take() throws IOException {
        List<Notice> notices = new ArrayList<>();
        List<Path> due = new ArrayList<>();
        for (Path path : sorted(directory)) {
            String name = path.getFileName().toString();
            Optional<InputName> input = InputName.of(name);
            if (name.endsWith(".part") || OF_ANOTHER_JOB.matcher(name).matches()) {
                continue;
            }
            if (input.isEmpty()) {
                String why = "left in the inbox: not named KIND_yyyyMMdd_NN.csv with KIND terminal-batches or"
                        + " authorizations";
                notices.add(new Notice(shown(name), Notice.Kind.UNEXPECTED_NAME, why));
            } else if (input.get().date().isAfter(businessDate)) {
                String why = "waits for business date " + input.get().date();
                notices.add(new Notice(name, Notice.Kind.FUTURE_DATE, why));
            } else {
                due.add(path);
            }
        }
        moveIn(due);
        return notices;
    }

    private void moveIn(List<Path> due) throws IOException {
        if (due.isEmpty()) {
            return;
        }
        Files.createDirectories(paths.inputs());
        for (Path path : due) {
            IntakePaths.rename(
                    path, IntakePaths.free(paths.inputs(), path.getFileName().toString()));
        }
        IntakePaths.force(paths.inputs());
        IntakePaths.force(directory);
    }

    /** All files of the run in byte order of their names. */
    List<Taken> taken() throws IOException {
        List<Taken> taken = new ArrayList<>();
        for (Path path : sorted(paths.inputs())) {
            String name = IntakePaths.withoutMark(path.getFileName().toString());
            InputName.of(name).ifPresent(input -> taken.add(new Taken(path, input)));
        }
        return taken;
    }

    /** Names are ASCII where it matters, so String order is byte order. */
    static List<Path> sorted(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted(
                            Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }

    private static String shown(String name) {
        String clean = name.replaceAll("\\p{C}", "?");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }
}
