package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.run.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download in parts is held against the books once, and again whenever its bytes might be others. */
class ProvingAFileOnceTest {
    private static final int LONGER_THAN_A_TICK_MILLIS = 30;
    private static final String RIGHT = Downloads.sha256("account 6222\n".getBytes());

    @TempDir
    private Path folder;

    private Path file;
    private Instant now;
    private int read;
    private final ProvenFiles proven = new ProvenFiles(this::hash, () -> now);

    private String hash(Path asked) throws IOException {
        read++;
        return Downloads.sha256(Files.readAllBytes(asked));
    }

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("pain.xml"), "account 6222\n");
        now = Instant.now().plus(ProvenFiles.STILL).plusSeconds(1);
        Thread.sleep(LONGER_THAN_A_TICK_MILLIS);
    }

    @Test
    void threeHundredPartsAreOneReading() throws IOException {
        for (int part = 0; part < 300; part++) {
            assertThat(proven.has(file, RIGHT)).isTrue();
        }
        assertThat(read).isEqualTo(1);
    }

    @Test
    void oneByteThatIsChangedBetweenTwoPartsIsSeenWhateverItsTimeSays() throws IOException {
        assertThat(proven.has(file, RIGHT)).isTrue();
        FileStamp before = FileStamp.of(file);
        Files.writeString(file, "account 6223\n", StandardOpenOption.WRITE);
        Files.setLastModifiedTime(file, before.written());
        assertThat(proven.has(file, RIGHT)).isFalse();
        assertThat(proven.has(file, RIGHT)).isFalse();
        assertThat(read).isEqualTo(3);
    }

    @Test
    void anotherFileInItsPlaceIsSeen() throws IOException {
        assertThat(proven.has(file, RIGHT)).isTrue();
        Path other = Files.writeString(folder.resolve("other"), "account 6223\n");
        Files.setLastModifiedTime(other, FileStamp.of(file).written());
        Files.delete(file);
        Files.move(other, file);
        assertThat(proven.has(file, RIGHT)).isFalse();
        Files.delete(file);
        assertThatThrownBy(() -> proven.has(file, RIGHT)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aWrongFileThatIsMendedIsGivenOutAgain() throws IOException {
        Files.writeString(file, "account 6223\n");
        assertThat(proven.has(file, RIGHT)).isFalse();
        Files.writeString(file, "account 6222\n");
        assertThat(proven.has(file, RIGHT)).isTrue();
    }

    /** The books of a date that is run again ask for other bytes. */
    @Test
    void aProofIsOfOneHash() throws IOException {
        assertThat(proven.has(file, RIGHT)).isTrue();
        assertThat(proven.has(file, Downloads.sha256(new byte[0]))).isFalse();
    }

    /** Its disk may have forgotten it meanwhile. */
    @Test
    void aProofHoldsTenMinutesAndNotBeforeItWasMade() throws IOException {
        Instant first = now;
        assertThat(proven.has(file, RIGHT)).isTrue();
        now = first.plus(ProvenFiles.HOLDS).minusMillis(1);
        assertThat(proven.has(file, RIGHT)).isTrue();
        assertThat(read).isEqualTo(1);
        now = first.plus(ProvenFiles.HOLDS);
        assertThat(proven.has(file, RIGHT)).isTrue();
        assertThat(read).isEqualTo(2);
        now = now.minusMillis(1);
        assertThat(proven.has(file, RIGHT)).isTrue();
        assertThat(read).as("the clock went back").isEqualTo(3);
    }

    /** A second write of the same moment would not show. */
    @Test
    void aFileThatWasWrittenJustNowIsReadEachTime() throws IOException {
        now = FileStamp.of(file).changed().toInstant().plus(ProvenFiles.STILL);
        assertThat(proven.has(file, RIGHT)).isTrue();
        assertThat(proven.has(file, RIGHT)).isTrue();
        assertThat(read).isEqualTo(2);
    }

    @Test
    void theOldestOfTooManyIsReadAgain() throws IOException {
        for (int each = 0; each < ProvenFiles.MOST; each++) {
            assertThat(proven.has(copy(each), RIGHT)).isTrue();
        }
        assertThat(proven.has(copy(0), RIGHT)).isTrue();
        assertThat(read).isEqualTo(ProvenFiles.MOST);
        assertThat(proven.has(file, RIGHT)).isTrue();
        assertThat(proven.has(copy(0), RIGHT)).isTrue();
        assertThat(read).isEqualTo(ProvenFiles.MOST + 2);
    }

    private Path copy(int each) throws IOException {
        Path copy = folder.resolve("copy-" + each);
        return Files.exists(copy) ? copy : Files.copy(file, copy);
    }
}
