package io.qingfen.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CuttingIpmMessagesTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesTheSameBytesWhenItIsPutTogetherAgain(boolean ebcdic) {
        Charset charset = ebcdic ? Charset.forName("IBM500") : StandardCharsets.US_ASCII;
        int elements = 0;
        for (byte[] bytes : IpmLines.sample(ebcdic).messages()) {
            IpmMessage message = new IpmMessage(bytes, ebcdic);
            Map<Integer, byte[]> cut = new TreeMap<>();
            for (int element = 2; element <= 128; element++) {
                if (message.has(element)) {
                    cut.put(element, message.bytes(element));
                }
            }
            elements += cut.size();
            assertThat(IpmLines.message(Arrays.copyOf(bytes, 4), cut, charset)).isEqualTo(bytes);
        }
        assertThat(elements).isEqualTo(2 + 5 * 12 + 6 + 5 + 3 + 3 + 1);
    }

    @Test
    void readsPrivateDataByTag() {
        Map<String, String> pds = message(Map.of(48, "0105005ABCDE0122001P")).pds();
        assertThat(pds).containsOnly(Map.entry("0105", "ABCDE"), Map.entry("0122", "P"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0105005ABC  | PDS
            01050       | a subelement in element 48 is cut
            01X5001A    | the tag of a subelement in element 48 is not a number of digits only
            01050X1A    | the length of a subelement in element 48 is not a number of digits only
            """)
    void refusesPrivateDataThatIsNot(String element, String problem) {
        String expected =
                problem.equals("PDS") ? "a subelement in element 48, 0105, is longer than the element" : problem;
        assertThatThrownBy(() -> message(Map.of(48, element.strip())).pds())
                .isInstanceOf(BadRecord.class)
                .hasMessage(expected);
    }

    @Test
    void refusesMessagesThatAreNotWhatTheirBitmapSays() {
        byte[] sound = IpmLines.sample(false).messages().get(1);
        requireRefused(Arrays.copyOf(sound, 10), "the message has 10 bytes, type and bitmap alone have 20");
        requireRefused(Arrays.copyOf(sound, sound.length - 1), "ends at " + sound.length);
        requireRefused(Arrays.copyOf(sound, sound.length + 1), "bytes, its elements have " + sound.length);
        byte[] unknown = sound.clone();
        unknown[4] |= 0x02;
        requireRefused(unknown, "element 7 is none that docs/SPEC-schemes.md knows the length of");
        byte[] single = sound.clone();
        single[4] &= 0x7f;
        requireRefused(single, "the message has no second bitmap");
    }

    /** Read by a table of our own, held against the JDK's. */
    @Test
    void knowsTheLettersDigitsAndSignsOfEbcdic() {
        Charset jdk = Charset.forName("IBM500");
        for (char character = ' '; character < 0x7f; character++) {
            int code = String.valueOf(character).getBytes(jdk)[0] & 0xff;
            assertThat(Ebcdic.CHARACTERS[code]).as("%02x", code).isEqualTo(character);
        }
        long known = new String(Ebcdic.CHARACTERS).chars().filter(c -> c != 0).count();
        assertThat(known).isEqualTo(0x7f - ' ');
    }

    private static IpmMessage message(Map<Integer, String> elements) {
        byte[] bytes = new IpmLines(false).add("1644", elements).messages().get(0);
        return new IpmMessage(bytes, false);
    }

    private static void requireRefused(byte[] bytes, String problem) {
        assertThatThrownBy(() -> new IpmMessage(bytes, false))
                .isInstanceOf(BadRecord.class)
                .hasMessageContaining(problem);
    }
}
