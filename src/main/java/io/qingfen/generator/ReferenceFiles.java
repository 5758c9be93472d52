package io.qingfen.generator;

import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;

/** Reference data of a generated home. What is there already stays, but its merchants must be these merchants. */
final class ReferenceFiles {
    private static final String[] TEMPLATES = {
        "/generator/fee-plans.yml",
        "/generator/scheme-costs.yml",
        "/generator/deposit-policies.yml",
        "/reference/calendar.yml",
        "/reference/response-codes.csv"
    };
    private final Path directory;
    private final Market market;
    private final LocalDate firstDate;

    ReferenceFiles(Path directory, Market market, LocalDate firstDate) {
        this.directory = directory;
        this.market = market;
        this.firstDate = firstDate;
    }

    void writeOrCheck() throws IOException {
        for (String template : TEMPLATES) {
            copy(template, directory);
        }
        rows("merchants.csv", MerchantRows.HEADER, new MerchantRows());
        rows("terminals.csv", TerminalRows.HEADER, new TerminalRows(firstDate));
        rows("deposit-openings.csv", OpeningRows.HEADER, new OpeningRows(firstDate));
    }

    /** A file of the program that is not there yet. */
    static void copy(String template, Path directory) throws IOException {
        Path target = directory.resolve(template.substring(template.lastIndexOf('/') + 1));
        if (Files.exists(target)) {
            return;
        }
        try (InputStream in = ReferenceFiles.class.getResourceAsStream(template);
                FileSink sink = new FileSink(target)) {
            byte[] bytes = in.readAllBytes();
            sink.write(bytes, 0, bytes.length);
            sink.finish();
        }
    }

    /** Rows of one shop in a reference file. */
    interface Rows {
        void of(Shop shop, StringBuilder text);
    }

    private void rows(String name, String header, Rows rows) throws IOException {
        Path target = directory.resolve(name);
        if (Files.exists(target)) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(target), 1 << 16)) {
                each(header, rows, bytes -> requireSame(target, in, bytes));
                requireSame(target, in, new byte[0]);
            }
            return;
        }
        try (FileSink sink = new FileSink(target)) {
            each(header, rows, bytes -> sink.write(bytes, 0, bytes.length));
            sink.finish();
        }
    }

    private interface Target {
        void take(byte[] bytes) throws IOException;
    }

    private void each(String header, Rows rows, Target target) throws IOException {
        target.take((header + "\n").getBytes(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < market.shops(); i++) {
            text.setLength(0);
            rows.of(market.shop(i), text);
            if (text.length() > 0) {
                target.take(text.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void requireSame(Path target, InputStream in, byte[] expected) throws IOException {
        boolean same = expected.length > 0 ? Arrays.equals(in.readNBytes(expected.length), expected) : in.read() < 0;
        if (!same) {
            throw new Refusal(
                    Exit.REFUSED,
                    target + " exists and is not what --merchants " + market.shops() + " with this --seed and first"
                            + " date " + firstDate + " gives; use the options it was generated with (see truth/), or"
                            + " another --home");
        }
    }
}
