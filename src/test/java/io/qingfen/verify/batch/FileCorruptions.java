package io.qingfen.verify.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Changes one byte of one file, or takes or adds a file, and puts everything back after the proof. */
final class FileCorruptions {
    private final Played played;
    private final LocalDate date;
    private final Random random;
    private final List<String> missed = new ArrayList<>();
    private int planted;

    FileCorruptions(Played played, LocalDate date, long seed) {
        this.played = played;
        this.date = date;
        this.random = new Random(seed);
    }

    int planted() {
        return planted;
    }

    List<String> missed() {
        return missed;
    }

    void plant() throws IOException {
        for (Path folder : List.of(played.home().outbox(date), played.home().archive(date))) {
            for (Path file : files(folder)) {
                flip(file);
                flip(file);
                take(file);
            }
            add(folder.resolve("one-more.csv"));
        }
        Path outbox = played.home().outbox(date);
        add(outbox.resolve("payouts").resolve("pain001_20260304_20260305_CNY_009.xml"));
        for (String name : List.of("more", "payouts/more", "statements/more", "released/pain001_more.xml")) {
            folder(outbox.resolve(name));
        }
        link(outbox.resolve("positions.csv"));
        link(outbox);
        link(played.home().archive(date));
    }

    private void folder(Path folder) throws IOException {
        boolean parent = Files.isDirectory(folder.getParent());
        Files.createDirectories(folder);
        check(folder, "a folder");
        Files.delete(folder);
        if (!parent) {
            Files.delete(folder.getParent());
        }
    }

    /** The same bytes, but they can become others elsewhere. */
    private void link(Path file) throws IOException {
        Path elsewhere = Files.move(file, played.home().root().resolve("elsewhere"));
        Files.createSymbolicLink(file, elsewhere);
        check(file, "a link");
        Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void flip(Path file) throws IOException {
        byte[] right = Files.readAllBytes(file);
        if (right.length == 0) {
            return;
        }
        byte[] wrong = right.clone();
        int at = random.nextInt(wrong.length);
        boolean digit = wrong[at] >= '0' && wrong[at] <= '9';
        wrong[at] = digit ? (byte) ('0' + (wrong[at] - '0' + 1 + random.nextInt(9)) % 10) : (byte) (wrong[at] ^ 1);
        Files.write(file, wrong);
        check(file, "byte " + at);
        Files.write(file, right);
    }

    private void take(Path file) throws IOException {
        byte[] right = Files.readAllBytes(file);
        Files.delete(file);
        check(file, "missing");
        Files.write(file, right);
    }

    private void add(Path file) throws IOException {
        Files.write(file, new byte[] {'a', ',', 'b', '\n'});
        check(file, "added");
        Files.delete(file);
    }

    private void check(Path file, String what) {
        planted++;
        List<String> found = played.proved(date).differences();
        String name = file.getFileName().toString().replace(".gz", "");
        if (found.stream().noneMatch(difference -> difference.contains(name))) {
            missed.add(played.home().root().relativize(file) + " " + what
                    + (found.isEmpty() ? ": NOT SEEN" : ": seen as " + found.get(0)));
        }
    }
}
