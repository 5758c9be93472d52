package io.qingfen.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortableLinesTests {
    private static final long SEED = 20260302;

    /** A line is {@code id,first,second,rest}; its key is the middle. */
    private record Row(String id, String first, String second) {
        String line() {
            return id + "," + first + "," + second + ",zz-" + id + "\n";
        }
    }

    @Test
    void linesComeInTheOrderOfTheCellsOfTheirKeyThenOfTheirBegin() throws IOException {
        Random random = new Random(SEED);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            rows.add(new Row("C" + i, cell(random), cell(random)));
        }
        Collections.shuffle(rows, random);
        List<String> expected = rows.stream()
                .sorted(Comparator.comparing(Row::first)
                        .thenComparing(Row::second)
                        .thenComparing(Row::id))
                .map(Row::line)
                .toList();
        assertThat(sorted(rows)).isEqualTo(expected);
    }

    @Test
    void anEmptyCellComesFirstAndAShorterOneBeforeWhatItBegins() throws IOException {
        List<Row> rows = List.of(
                new Row("1", "M10", "2"), new Row("2", "M1", "99"), new Row("3", "M1", ""), new Row("4", "M1", "9"));
        assertThat(sorted(rows)).extracting(line -> line.substring(0, 1)).containsExactly("3", "4", "2", "1");
    }

    @Test
    void linesComeAsTheyWereWrittenWhenNobodySortsThemAndNoneIsLeft() throws IOException {
        SortableLines lines = new SortableLines(1);
        write(lines, List.of(new Row("2", "b", "x"), new Row("1", "a", "x")));
        List<String> read = new ArrayList<>();
        lines.drain((bytes, from, length) -> read.add(text(bytes, from, length)));
        lines.drainSorted((bytes, from, length) -> read.add("left"));
        assertThat(read).containsExactly("2,b,x,zz-2\n", "1,a,x,zz-1\n");
    }

    private static String cell(Random random) {
        return Integer.toString(random.nextInt(1_200)).substring(random.nextInt(2));
    }

    private static List<String> sorted(List<Row> rows) throws IOException {
        SortableLines lines = new SortableLines(1);
        write(lines, rows);
        List<String> read = new ArrayList<>();
        lines.drainSorted((bytes, from, length) -> read.add(text(bytes, from, length)));
        return read;
    }

    private static void write(SortableLines lines, List<Row> rows) {
        for (Row row : rows) {
            byte[] line = row.line().getBytes(StandardCharsets.UTF_8);
            lines.write(line, 0, line.length);
            lines.endLine(
                    row.id().length() + 1,
                    row.first().length() + 1 + row.second().length());
        }
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }
}
