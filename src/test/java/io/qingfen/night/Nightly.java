package io.qingfen.night;

import io.qingfen.AgreedTerms;
import io.qingfen.QingfenApplication;
import io.qingfen.TestDatabase;
import io.qingfen.TestFolder;
import io.qingfen.generator.Generation;
import io.qingfen.generator.GenerationOptions;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Generated business dates with every kind of fault, and what became of them, for tests of whole nights. */
final class Nightly {
    static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    static final LocalDate LAST = LocalDate.of(2026, 3, 4);
    private static Path template;

    private Nightly() {}

    /** A home of its own with three dates of input, the same at every call. */
    static synchronized Path home() {
        if (template == null) {
            template = temporary("nightly-template");
            for (LocalDate date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
                Generation.write(GenerationOptions.of(template, date, 40, 900, 20260302));
            }
            AgreedTerms.add(template.resolve("reference"));
        }
        return copied(template, false);
    }

    /** The same home, its input files laid down in the opposite order. */
    static Path homeInOtherOrder() {
        home();
        return copied(template, true);
    }

    /** Where the books of a new home are: null for H2, which keeps them in the home. */
    static DatabaseSettings books(TestDatabase database) {
        return database == TestDatabase.H2 ? null : database.freshSettings();
    }

    /** The whole program on new books for the home. */
    static ConfigurableApplicationContext open(TestDatabase database, Path home) {
        return open(home, books(database));
    }

    /** @param books null for the embedded database in the home */
    static ConfigurableApplicationContext open(Path home, DatabaseSettings books) {
        List<String> arguments = new ArrayList<>(List.of("--qingfen.home=" + home));
        if (books != null) {
            arguments.add("--qingfen.db.url=" + books.url());
            arguments.add("--qingfen.db.user=" + books.user());
            arguments.add("--qingfen.db.password=" + books.password());
        }
        return new SpringApplication(QingfenApplication.class).run(arguments.toArray(String[]::new));
    }

    private static Path copied(Path from, boolean backwards) {
        Path to = temporary("nightly");
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> list = new ArrayList<>(files.sorted().toList());
            for (Path directory : list.stream().filter(Files::isDirectory).toList()) {
                Files.createDirectories(to.resolve(from.relativize(directory)));
            }
            list.removeIf(Files::isDirectory);
            if (backwards) {
                Collections.reverse(list);
            }
            for (Path file : list) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
            return to;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path temporary(String name) {
        try {
            Path directory = TestFolder.named(name);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> org.springframework.util.FileSystemUtils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** SHA-256 of every file under {@code outbox/}, by path. */
    static Map<String, String> outbox(Path home) {
        Path outbox = home.resolve("outbox");
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(outbox)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                digests.put(outbox.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
            return digests;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
