package io.qingfen.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAFaultMixTest {
    @TempDir
    Path folder;

    @Test
    void takesPerMilleWithThreeDecimals() throws IOException {
        FaultMix mix = FaultMix.read(file("orphanCapture: 900.125\n"));
        assertThat(mix.isNone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing but a remark\n", "{}"})
    void keepsTheRealisticSharesWhereNothingIsSaid(String yaml) throws IOException {
        assertThat(FaultMix.read(file(yaml)).draw(0))
                .isEqualTo(FaultMix.realistic().draw(0));
        assertThat(FaultMix.read(file(yaml)).isNone()).isFalse();
    }

    @Test
    void refusesAMissingFile() {
        assertThatThrownBy(() -> FaultMix.read(folder.resolve("gone.yml")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no such file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orphans: 1            | unknown kind 'orphans'; known: offlineSale, void
            sale: 1               | unknown kind 'sale'
            late: 0.0001          | late must be per mille from 0 to 1000 with at most 3 decimals, not '0.0001'
            late: -1              | not '-1'
            late: 1e2             | not '1e2'
            late: 1001            | not '1001'
            {late: 600, void: 600} | add up to more than 1000 per mille
            [late]                | not a mapping
            late: [1]             | not 'a list or mapping'
            {late                 | not YAML
            """)
    void refusesWhatItDoesNotKnow(String yaml, String problem) {
        assertThatThrownBy(() -> FaultMix.read(file(yaml)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mix.yml")
                .hasMessageContaining(problem);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("mix.yml"), yaml);
    }
}
