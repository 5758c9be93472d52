package io.qingfen.health.batch;

import io.qingfen.run.Home;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SHA-256 over what decides how an installation settles: its settings, its reference files, its jobs, and the
 * environment's settings of the program. Secrets are left out, and so is where the home stands.
 */
record Fingerprint(Home home, Map<String, String> environment) {
    private static final List<String> FOLDERS = List.of("reference", "jobs");
    private static final List<String> FILES = List.of("qingfen.yml", "notifications.yml");

    /** A line of a settings file that holds a secret, and a password inside an address. */
    private static final Pattern SECRET_LINE = Pattern.compile("(?mi)^\\s*(password|secret|key)\\s*:.*$");

    private static final Pattern SECRET_IN_ADDRESS = Pattern.compile("(?i)(password=)[^&;\\s]*");
    private static final Pattern SECRET_NAME = Pattern.compile(".*(PASSWORD|SECRET|KEY|TOKEN).*");

    /** Variables that say where the program works or how it speaks, not how it settles. */
    private static final List<String> PLACES = List.of(
            "QINGFEN_HOME", "QINGFEN_USER", "QINGFEN_TRACE", "QINGFEN_JAVA_OPTS", "QINGFEN_LOGS", "QINGFEN_PORT");

    String hex() throws IOException {
        MessageDigest all = sha256();
        for (Map.Entry<String, byte[]> part : parts().entrySet()) {
            all.update((part.getKey() + "\0" + part.getValue().length + "\0").getBytes(StandardCharsets.UTF_8));
            all.update(part.getValue());
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private Map<String, byte[]> parts() throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        for (String folder : FOLDERS) {
            for (Path file : files(home.root().resolve(folder))) {
                parts.put(folder + "/" + file.getFileName(), digest(file));
            }
        }
        for (String name : FILES) {
            Path file = home.root().resolve(name);
            if (Files.isRegularFile(file)) {
                parts.put(name, withoutSecrets(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("QINGFEN_")
                    && !PLACES.contains(name)
                    && !SECRET_NAME.matcher(name).matches()) {
                parts.put("environment " + name, withoutSecrets(value));
            }
        });
        return parts;
    }

    private static byte[] withoutSecrets(String text) {
        String lines = SECRET_LINE.matcher(text).replaceAll("");
        return SECRET_IN_ADDRESS.matcher(lines).replaceAll("$1").getBytes(StandardCharsets.UTF_8);
    }

    private static TreeSet<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new TreeSet<>();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.filter(Files::isRegularFile).toList());
        }
    }

    /** In pieces: a merchants.csv may be large. */
    private static byte[] digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] piece = new byte[1 << 16];
        try (var bytes = Files.newInputStream(file)) {
            for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
