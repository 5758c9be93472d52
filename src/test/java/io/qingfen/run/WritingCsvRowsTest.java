package io.qingfen.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingCsvRowsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesCellsByTheirType() throws IOException {
        try (CsvRows rows = new CsvRows(out, "id", "name", "amount", "on", "none")) {
            rows.code("000001")
                    .text("老王面馆")
                    .number("-12.50")
                    .date(LocalDate.of(2026, 2, 12))
                    .empty()
                    .end();
            rows.code("").text("").number((String) null).date(null).number(7).end();
            assertThat(rows.rows()).isEqualTo(2);
        }
        assertThat(written()).isEqualTo("id,name,amount,on,none\n000001,\"老王面馆\",-12.50,2026-02-12,\n" + ",,,,7\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            =HYPERLINK("http://x")  | "'=HYPERLINK(""http://x"")"
            +1                      | "'+1"
            -2+3+cmd                | "'-2+3+cmd"
            @SUM(A1)                | "'@SUM(A1)"
            ＝1+1                   | "'＝1+1"
            ＋1                     | "'＋1"
            －1                     | "'－1"
            ＠x                     | "'＠x"
            a=b                     | "a=b"
            Star, Ltd               | "Star, Ltd"
            6" pizza                | "6"" pizza"
            """)
    void marksTextThatASpreadsheetTakesForAFormula(String text, String cell) throws IOException {
        assertThat(textCell(text)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t=1", "\r=1", "\n=1", "\0=1", "\0\t1"})
    void marksTextThatBeginsWithAControlCharacter(String text) throws IOException {
        assertThat(textCell(text)).isEqualTo("\"'" + text.replace("\0", "") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@1"})
    void marksCodesToo(String code) throws IOException {
        try (CsvRows rows = new CsvRows(out)) {
            rows.code(code).end();
        }
        assertThat(written()).isEqualTo("\"'" + code + "\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5", "1E3", "--1", "1-", "NaN", "=1", "１"})
    void refusesANumberThatIsNone(String number) throws IOException {
        try (CsvRows rows = new CsvRows(out)) {
            assertThatThrownBy(() -> rows.number(number)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void growsForCellsOfAnySize() throws IOException {
        String big = "界".repeat(100_000);
        assertThat(textCell(big)).isEqualTo("\"" + big + "\"");
    }

    private String textCell(String text) throws IOException {
        try (CsvRows rows = new CsvRows(out)) {
            rows.text(text).end();
        }
        String written = written();
        return written.substring(0, written.length() - 1);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
