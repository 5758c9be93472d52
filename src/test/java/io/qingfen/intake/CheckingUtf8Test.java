package io.qingfen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckingUtf8Test {
    private static long badOffset(byte[] bytes, int block) {
        Utf8Check check = new Utf8Check();
        for (int at = 0; at < bytes.length; at += block) {
            byte[] part = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + block));
            check.feed(part, part.length);
        }
        return check.badOffset();
    }

    @ParameterizedTest
    @CsvSource({
        "c080, 0",
        "e08080, 1",
        "eda080, 1",
        "f0808080, 1",
        "f4908080, 1",
        "ff, 0",
        "80, 0",
        "c2, 1",
        "e4b8, 2",
        "61e4b861, 3",
        "efbbbf, -1",
        "f09fa0ae, -1",
        "f48fbfbf, -1",
        "efbfbf, -1",
        "00, -1",
    })
    void namesTheFirstByteThatCannotStand(String hex, long offset) {
        byte[] bytes = java.util.HexFormat.of().parseHex(hex);
        assertThat(badOffset(bytes, 100)).isEqualTo(offset);
        assertThat(badOffset(bytes, 1)).isEqualTo(offset);
    }

    @Test
    void agreesWithTheDecoderOfJava() {
        Random random = new Random(20260302);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = "abcdefgh é 上海 𠮷 zzzzzzzzzz".getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(3); change > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(badOffset(bytes, 1 + random.nextInt(40)) < 0).isEqualTo(decodes(bytes));
        }
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }
}
