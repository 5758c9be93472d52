package io.qingfen.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/SPEC-controls.md lists the chain as the code has it. */
class ControlPageTest {
    private static final Path PAGE = Path.of("docs/SPEC-controls.md");

    @Test
    void listsEveryControlInItsOrder() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(ControlChain.controls().stream()
                        .map(ControlPageTest::row)
                        .toList());
    }

    private static String row(Control control) {
        String compares =
                switch (control.compares()) {
                    case COUNT_AND_AMOUNT -> "count, amount";
                    case COUNT -> "count";
                    case AMOUNT -> "amount";
                };
        return "| `" + control.boundary() + "` | " + control.side() + " | " + control.left() + " | " + control.right()
                + " | " + compares + " |";
    }
}
