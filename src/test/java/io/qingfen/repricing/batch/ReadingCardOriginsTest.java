package io.qingfen.repricing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class ReadingCardOriginsTest {
    @Test
    void keepsTheLinesOfForeignCards() throws IOException {
        assertThat(foreign("H,1\nA,1,2,3,4,5,6,7,8,9,10,DOMESTIC,1.00\nA,1,2,3,4,5,6,7,8,9,10,FOREIGN,1.00\n"))
                .isEqualTo(lines(3));
    }

    @Test
    void isNotMisledByQuotesAndOtherFields() throws IOException {
        assertThat(foreign("A,\"1,1\",2,3,4,5,6,7,8,9,10,\"FOREIGN\",x\r\nA,FOREIGN,2,3,4,5,6,7,8,9,10,DOMESTIC\n"
                        + "A,1,2,3,4,5,6,7,8,9,10,FOREIGN"))
                .isEqualTo(lines(1, 3));
    }

    private static BitSet foreign(String text) throws IOException {
        return ArchivedOrigins.foreignLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static BitSet lines(int... numbers) {
        BitSet set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }
}
