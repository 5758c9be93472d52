package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingFieldsTest {
    private final Fields fields = new Fields();

    private List<String> split(String line) {
        byte[] bytes = Lines.bytes(line);
        int count = fields.split(bytes, 0, bytes.length);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new String(
                    fields.bytes(),
                    fields.begin(i),
                    fields.end(i) - fields.begin(i),
                    java.nio.charset.StandardCharsets.UTF_8));
        }
        return texts;
    }

    @Test
    void cutsAtCommas() {
        assertThat(split("D,000001,,x")).containsExactly("D", "000001", "", "x");
        assertThat(split("")).containsExactly("");
        assertThat(split(",")).containsExactly("", "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"D\",1|D;1",
                "D,\"a,b\",c|D;a,b;c",
                "D,\"a\"\"b\"|D;a\"b",
                "D,\"\"|D;",
                "D,\"\",x|D;;x",
                "D,\"\"\"\"|D;\"",
                "D,a\"b|D;a\"b",
                "\"上海\",\"x\"|上海;x",
            })
    void readsQuotesOfOneLine(String line, String expected) {
        assertThat(split(line)).containsExactly(expected.split(";", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"D,\"a", "\"", "D,\"a\"b", "D,\"a\" ,x", "D,\"a\"\"", "D,\"a\n"})
    void knowsQuotesThatDoNotClose(String line) {
        byte[] bytes = Lines.bytes(line);
        assertThat(fields.split(bytes, 0, bytes.length)).isEqualTo(-1);
    }

    @Test
    void countsMoreFieldsThanAnyRecordHas() {
        byte[] bytes = Lines.bytes(",".repeat(4_000));
        assertThat(fields.split(bytes, 0, bytes.length)).isEqualTo(4_001);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"D,1|D", "D|D", "\"D\",1|D", "\"D\"|D", "DD,1|", "d,1|", " D,1|", "#,1|", "\"D|", "\"D\"x|", "''|"
            })
    void knowsRecordTypes(String line, String type) {
        byte[] bytes = Lines.bytes(line);
        char expected = type == null ? RecordType.UNKNOWN : type.charAt(0);
        assertThat(RecordType.of(bytes, 0, bytes.length)).isEqualTo(expected);
    }
}
