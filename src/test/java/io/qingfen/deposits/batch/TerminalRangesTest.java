package io.qingfen.deposits.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.deposits.Snapshots;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalRangesTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 1);

    @Test
    void areWholeMerchants() {
        List<Terminal> terminals = merchants(3, 1, 2, 1);

        assertThat(TerminalRanges.names(terminals, 2))
                .containsExactly("00000000-00000002", "00000003-00000005", "00000006-00000006");
    }

    @Test
    void coverEveryTerminalOnce() {
        List<Terminal> terminals = merchants(1, 5, 1, 1, 1, 2, 3);

        for (int size = 1; size < 20; size++) {
            assertThat(TerminalRanges.names(terminals, size).stream()
                            .flatMap(name -> TerminalRanges.terminals(terminals, name).stream()))
                    .containsExactlyElementsOf(terminals);
        }
    }

    @Test
    void areNoneWithoutTerminals() {
        assertThat(TerminalRanges.names(List.of())).isEmpty();
    }

    private static List<Terminal> merchants(int... terminals) {
        Snapshots snapshots = new Snapshots();
        int next = 0;
        for (int merchant = 0; merchant < terminals.length; merchant++) {
            for (int count = 0; count < terminals[merchant]; count++) {
                snapshots.terminal("%08d".formatted(next++), "M" + merchant, DATE, "");
            }
        }
        Snapshot snapshot = snapshots.on(DATE);
        return snapshot.terminals();
    }
}
