package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.qingfen.TestDatabase;
import io.qingfen.TestFolder;
import io.qingfen.faults.PlannedFaults;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.DatabaseSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * The home is a disk of its own that becomes full, read-only, or fails to write through. Real disks are mounted where the
 * tests may (as root); what a disk says is thrown as well, on every machine, here and in {@link FailingDatabaseTest}.
 */
class FailingDiskTest {
    private static final LocalDate DATE = Nightly.FIRST;
    private static final List<String> FULL_AT = List.of(
            "openBusinessDate:before",
            "collectFiles:before",
            "routeRecords:before",
            "clearTerminals:before",
            "settleMerchants:before",
            "writePayouts:before",
            "publishReports:before",
            "closeBusinessDate:before");

    private static Map<String, String> expected;
    private final List<Path> mounted = new ArrayList<>();
    private final Set<String> struck = ConcurrentHashMap.newKeySet();
    private final List<String> told = new ArrayList<>();
    private Path directory;

    @BeforeAll
    static void playUndisturbed() {
        expected = MortalProcess.undisturbed(DATE);
    }

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = TestFolder.named("disk");
    }

    @AfterEach
    void unmount() throws Exception {
        for (Path disk : mounted) {
            command("umount", "-l", disk.toString());
        }
        FileSystemUtils.deleteRecursively(directory);
    }

    /** Input, working set, embedded database, bank files, reports and archive: all stand on it. */
    @Test
    void aDiskThatIsFullIsToldAndTheNightGoesOnWhenThereIsSpace() throws Exception {
        Path home = homeOnDisk();
        DatabaseSettings books = DatabaseSettings.embedded(home.resolve("data/qingfen"));
        Path filler = home.resolve("filler");
        int failed = untilClosed(
                home,
                books,
                (process, point, what) -> {
                    if (FULL_AT.contains(point) && struck.add(point)) {
                        fill(filler);
                    }
                },
                () -> Files.deleteIfExists(filler));
        assertThat(failed).as("%s", told).isGreaterThan(5);
        assertThat(told).allMatch(text -> text.startsWith(Exit.TRANSIENT.toString()));
        requireAsUndisturbed(home, books);
    }

    @Test
    void aDiskThatBecomesReadOnlyIsToldAndTheNightGoesOnWhenItIsWritten() throws Exception {
        Path home = homeOnDisk();
        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        int failed = untilClosed(
                home,
                books,
                (process, point, what) -> {
                    if (FULL_AT.contains(point) && struck.add(point)) {
                        command("mount", "-o", "remount,ro", home.toString());
                    }
                },
                () -> command("mount", "-o", "remount,rw", home.toString()));
        assertThat(failed).as("%s", told).isGreaterThan(3);
        assertThat(told).allMatch(text -> text.contains("Read-only file system"));
        requireAsUndisturbed(home, books);
    }

    /** The volume of the database server, not that of its journal. */
    @Test
    void aDatabaseWithoutSpaceIsToldAndTheNightGoesOnWhenThereIsSpace() throws Exception {
        Path disk = disk(64);
        DatabaseSettings books = TestDatabase.POSTGRESQL.freshSettings();
        moveTo(disk, books);
        Path home = Nightly.home();
        Path filler = disk.resolve("filler");
        int failed = untilClosed(
                home,
                books,
                (process, point, what) -> {
                    if (List.of("clearTerminals:before", "settleMerchants:before")
                                    .contains(point)
                            && struck.add(point)) {
                        fill(filler);
                    }
                },
                () -> Files.deleteIfExists(filler));
        assertThat(failed).as("%s", told).isPositive();
        assertThat(told).allMatch(text -> text.startsWith(Exit.TRANSIENT.toString()));
        requireAsUndisturbed(home, books);
    }

    /** What the system says of a disk that is dying; the file gets no name, and nobody takes it for written. */
    @Test
    void aFileThatCannotBeForcedToDiskIsNotPublished() throws Exception {
        Path home = Nightly.home();
        DatabaseSettings books = TestDatabase.H2.freshSettings();
        int failed = untilClosed(
                home,
                books,
                (process, point, what) -> {
                    if (point.equals("file-before-force") && what.length() % 3 == 0 && struck.add(point + what)) {
                        PlannedFaults.strike("throw", "force");
                    }
                },
                () -> {});
        assertThat(failed).isGreaterThan(3);
        assertThat(told).allMatch(text -> text.contains("Input/output error"));
        requireAsUndisturbed(home, books);
    }

    /** What mends the disk between two starts. */
    @FunctionalInterface
    private interface Mending {
        void mend() throws Exception;
    }

    private int untilClosed(Path home, DatabaseSettings books, MortalProcess.Plan plan, Mending mending)
            throws Exception {
        triedOnce(home);
        for (int failed = 0; failed < 100; failed++) {
            try (MortalProcess process = new MortalProcess(home, books)) {
                if (process.isClosed(DATE)) {
                    return failed;
                }
                process.run(DATE, process.hasBegun(DATE), plan);
                failed--;
            } catch (Refusal refusal) {
                told.add(refusal.exit() + " " + String.join("\n", refusal.problems()));
            } finally {
                mending.mend();
            }
        }
        throw new IllegalStateException("the date is not closed after a hundred starts: " + told);
    }

    private static void triedOnce(Path home) throws IOException {
        Path own = Files.createDirectories(home.resolve("jobs")).resolve("nightly-settlement.yml");
        Files.writeString(
                own, Files.readString(Path.of("jobs/nightly-settlement.yml")).replace("[5, 30, 120]", "[0]"));
    }

    private Path homeOnDisk() throws Exception {
        Path home = disk(48);
        FileSystemUtils.copyRecursively(Nightly.home(), home);
        return home;
    }

    private Path disk(int megabytes) throws Exception {
        Path disk = Files.createDirectories(directory.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", disk.toString()) == 0,
                "only root mounts a disk");
        mounted.add(disk);
        return disk;
    }

    private static int command(String... words) {
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException none) {
            return -1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void fill(Path filler) {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full.getMessage()).contains("No space left on device");
        }
    }

    private static void moveTo(Path disk, DatabaseSettings books) throws SQLException {
        String name = books.url().replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
        String server = books.url().replaceFirst("/[^/?]+(\\?|$)", "/postgres$1");
        try (Connection connection = DriverManager.getConnection(server, books.user(), books.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("show data_directory")) {
                row.next();
                Path space = Files.createDirectory(disk.resolve("space"));
                Files.setOwner(space, Files.getOwner(Path.of(row.getString(1))));
                statement.execute("create tablespace small_" + name + " location '" + space + "'");
            }
            statement.execute("alter database " + name + " set tablespace small_" + name);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void requireAsUndisturbed(Path home, DatabaseSettings books) throws SQLException {
        assertThat(Nightly.outbox(home)).isEqualTo(expected);
        try (Connection connection = DriverManager.getConnection(books.url(), books.user(), books.password())) {
            Invariants.hold(connection, home, DATE);
        }
    }
}
