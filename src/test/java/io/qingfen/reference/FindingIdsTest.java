package io.qingfen.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingIdsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 1_000, 65_536})
    void findsEveryIdAndNoOther(int size) {
        List<String> ids = IntStream.range(0, size)
                .mapToObj(i -> String.format("%08d", i * 7))
                .toList();
        IdIndex index = new IdIndex(size, ids::get);

        for (int position = 0; position < size; position++) {
            assertThat(index.find(ids.get(position))).isEqualTo(position);
        }
        assertThat(index.find("0000000x")).isEqualTo(-1);
        assertThat(index.find("")).isEqualTo(-1);
    }
}
