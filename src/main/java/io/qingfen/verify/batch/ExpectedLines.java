package io.qingfen.verify.batch;

import io.qingfen.verify.Proof;
import io.qingfen.verify.Row;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file held line by line, byte by byte, against what it must be. A value that was changed is named with both values,
 * and the comparison goes on; a line that is another one, is missing or was put in ends it, since nothing behind it
 * stands in its place. Account numbers are shown masked.
 */
final class ExpectedLines implements Closeable {
    private static final Pattern ELEMENT = Pattern.compile(" *<([A-Za-z0-9]+)( [^>]*)?>([^<]*)</\\1>");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{8,}");
    private static final int MOST_SHOWN = 200;
    private final String name;
    private final InputStream in;
    private final Proof proof;
    private int number;
    private boolean lost;

    ExpectedLines(String name, Path file, Proof proof) throws IOException {
        this.name = name;
        this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        this.proof = proof;
    }

    /** A line of XML, or of a format without columns. @param secret whether it holds an account number */
    void line(String path, String line, boolean secret) throws IOException {
        String found = next();
        if (lost || same(found, line)) {
            return;
        }
        Matcher is = ELEMENT.matcher(found == null ? "" : found);
        Matcher should = ELEMENT.matcher(line);
        boolean value = is.matches()
                && should.matches()
                && found.substring(0, is.start(3)).equals(line.substring(0, should.start(3)));
        if (value) {
            differs(path, shown(is.group(3), secret), shown(should.group(3), secret));
        } else {
            lost(path, found, line);
        }
    }

    /** A line of a table. @param columns names; of the one called {@code accNo} or {@code account_no} no value is shown */
    void cells(String[] columns, String line, boolean pipes) throws IOException {
        String found = next();
        for (int more = line.indexOf('\n'); found != null && more >= 0; more = line.indexOf('\n', more + 1)) {
            found += "\n" + next(); // words in quotes may have several lines
        }
        if (lost || same(found, line)) {
            return;
        }
        String[] is = found == null ? new String[0] : split(found, pipes);
        String[] should = split(line, pipes);
        String at = should[0];
        boolean here = is.length == should.length && is[0].equals(at) && should.length == columns.length;
        boolean named = false;
        for (int i = 0; here && i < is.length; i++) {
            if (!is[i].equals(should[i])) {
                boolean secret = columns[i].startsWith("acc")
                        && columns[i].toLowerCase(java.util.Locale.ROOT).endsWith("no");
                differs("[" + at + "] " + columns[i], shown(is[i], secret), shown(should[i], secret));
                named = true;
            }
        }
        if (!named) {
            lost("[" + at + "]", found, line);
        }
    }

    /** Behind the last line nothing may stand. */
    void end() throws IOException {
        String found = next();
        if (!lost && found != null) {
            proof.red(place() + " stands behind the end: is '" + visible(found) + "', should be nothing");
        }
    }

    private boolean same(String found, String line) {
        proof.looked();
        return found != null && found.equals(line);
    }

    private void differs(String what, String is, String should) {
        proof.red(place() + " " + what + ": is '" + is + "', should be '" + should + "'");
    }

    private void lost(String what, String found, String line) {
        lost = true;
        String is = found == null ? "nothing" : "'" + visible(found) + "'";
        proof.red(place() + " " + what + ": is " + is + ", should be '" + visible(line)
                + "'; what follows in the file was not compared");
    }

    private String place() {
        return name + ":" + number;
    }

    /** Of a line nobody expected, no run of characters may be an account in clear, save our own ids. */
    private static String visible(String line) {
        String cut = line.strip();
        cut = cut.length() > MOST_SHOWN ? cut.substring(0, MOST_SHOWN) + "…" : cut;
        return Pattern.compile("(?<![0-9A-Za-z-])[0-9]{10,}|(?<=>)[A-Z]{2}[0-9]{2}[0-9A-Za-z]{8,}")
                .matcher(cut)
                .replaceAll(run -> masked(run.group()));
    }

    private static String shown(String value, boolean secret) {
        return !secret || !ACCOUNT.matcher(value).find()
                ? value
                : masked(value) + " (digest " + Digests.of("account " + value).substring(0, 12) + ")";
    }

    private static String masked(String account) {
        return account.substring(0, Math.min(4, account.length() / 4)) + "****"
                + account.substring(account.length() - Math.min(4, account.length() / 4));
    }

    private static String[] split(String line, boolean pipes) throws IOException {
        if (pipes) {
            return line.split("\\|", -1);
        }
        try (CsvReader reader =
                new CsvReader("line", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)))) {
            Row row = reader.next();
            return row == null ? new String[0] : row.cells();
        }
    }

    /** The bytes up to the next line feed as UTF-8; null at the end. What has no line feed at its end says so. */
    private String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            line.write(read);
            read = in.read();
        }
        byte[] bytes = line.toByteArray();
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean sound = java.util.Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8));
        return text + (read < 0 ? " (without line end)" : "") + (sound ? "" : " (not UTF-8)");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
