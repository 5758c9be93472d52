package io.qingfen.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads input files in the plainest way, to judge them independently of what wrote them. */
public final class InputFileReader {
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    /** A batch header with its details, fields as written. */
    public record Batch(List<String> header, List<List<String>> details) {}

    private InputFileReader() {}

    /** Files of this kind in name order, for example {@code terminal-batches_20260302}. */
    public static List<Path> files(Path inbox, String start) {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<List<String>> lines(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Batch> batches(Path file) {
        List<Batch> batches = new ArrayList<>();
        for (List<String> line : lines(file)) {
            switch (line.get(0)) {
                case "B" -> batches.add(new Batch(line, new ArrayList<>()));
                case "D" -> batches.get(batches.size() - 1).details().add(line);
                default -> {}
            }
        }
        return batches;
    }

    public static List<List<String>> authorizations(Path file) {
        return lines(file).stream().filter(line -> line.get(0).equals("A")).toList();
    }

    /** Sum of a column; what is no amount with two decimals counts nothing, as a rejected record does. */
    public static BigDecimal sum(List<List<String>> records, int fields, int column) {
        return records.stream()
                .filter(record -> record.size() == fields && record.get(column).matches("\\d+\\.\\d{2}"))
                .map(record -> new BigDecimal(record.get(column)))
                .reduce(NOTHING, BigDecimal::add);
    }
}
