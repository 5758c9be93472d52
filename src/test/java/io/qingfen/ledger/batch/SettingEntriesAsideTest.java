package io.qingfen.ledger.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.ledger.Account;
import io.qingfen.ledger.EntriesAside;
import io.qingfen.ledger.Entry;
import io.qingfen.ledger.Posting;
import io.qingfen.money.Currency;
import io.qingfen.run.Home;
import io.qingfen.run.RunContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingEntriesAsideTest {
    private static final LocalDate FRI = LocalDate.of(2026, 2, 13);

    @TempDir
    Path home;

    private final EntriesAside aside = new EntryRuns();
    private RunContext run;

    @BeforeEach
    void begin() {
        run = new RunContext(FRI, new Home(home), 1, 1);
    }

    @Test
    void handsOverAllPartsInTheOrderOfTheirIds() throws IOException {
        List<Entry> all = new ArrayList<>();
        List<String> partitions = new ArrayList<>();
        for (int partition = 0; partition < 7; partition++) {
            List<Entry> some = new ArrayList<>();
            for (int number = 0; number < 3_000; number++) {
                some.add(entry("SALES|M" + (partition * 3_000 + number), 1 + number));
            }
            aside.keep(run, "part-" + partition, some);
            partitions.add("part-" + partition);
            all.addAll(some);
        }
        aside.keep(run, "part-7", List.of());
        partitions.add("part-7");
        List<Entry> handedOver = new ArrayList<>();
        List<Integer> lots = new ArrayList<>();
        aside.each(run, partitions, lot -> {
            lot.forEach((id, entry) -> assertThat(entry.id()).isEqualTo(id));
            handedOver.addAll(lot.values());
            lots.add(lot.size());
        });
        all.sort(Comparator.comparing(Entry::id));
        assertThat(handedOver).isEqualTo(all);
        assertThat(lots).containsExactly(10_000, 10_000, 1_000);
    }

    @Test
    void keepsEveryPostingAndTakesTheLatestAttempt() throws IOException {
        Entry several = new Entry(
                FRI,
                "SALE|合",
                "sale, 小店",
                List.of(
                        Posting.debit(Account.BANK, 10_00, Currency.CNY),
                        Posting.debit(Account.merchantPayable("M1"), -9_00, Currency.CNY),
                        Posting.debit(Account.MERCHANT_FEES, -1_00, Currency.CNY)));
        aside.keep(run, "one", List.of(entry("OLD", 1), several));
        aside.keep(run, "one", List.of(several, several));
        List<Entry> handedOver = new ArrayList<>();
        aside.each(run, List.of("one"), lot -> handedOver.addAll(lot.values()));
        assertThat(handedOver).containsExactly(several);
    }

    @Test
    void knowsWhatIsWhole() throws IOException {
        assertThat(aside.isWhole(run, "one")).isFalse();
        aside.keep(run, "one", List.of());
        assertThat(aside.isWhole(run, "one")).isTrue();
    }

    private static Entry entry(String key, long minor) {
        return Entry.transfer(FRI, key, "test", Account.BANK, Account.DEVICES, minor, Currency.CNY);
    }
}
