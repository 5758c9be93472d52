package io.qingfen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Folders of tests, named by letters only: their names stand in messages, where long numbers may look like a card's. */
public final class TestFolder {
    private TestFolder() {}

    /** A new, empty folder in the folder for temporary files. */
    public static Path named(String name) throws IOException {
        StringBuilder letters = new StringBuilder(name).append('-');
        UUID.randomUUID()
                .toString()
                .replace("-", "")
                .chars()
                .forEach(hex -> letters.append((char) (Character.isDigit(hex) ? hex - '0' + 'g' : hex)));
        return Files.createDirectory(
                Path.of(System.getProperty("java.io.tmpdir")).resolve(letters.toString()));
    }
}
