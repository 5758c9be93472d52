package io.qingfen.reports.batch;

import static io.qingfen.reports.batch.WrittenColumns.areThoseOfTheDictionary;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.reports.Dictionary;
import io.qingfen.reports.Dictionary.Entry;
import io.qingfen.reports.Dictionary.Layout;
import io.qingfen.reports.jdbc.TestReports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The dictionary of columns against what is written. Tables of reports on demand: ReadingReportsBackTest; files of schemes,
 * for banks, of what-if: beside their writers.
 */
class DictionaryTest {
    private static final Dictionary ENGLISH = ShippedDictionary.read("en");
    private static final Dictionary CHINESE = ShippedDictionary.read("zh");

    @Test
    void everyFileOfTheNightIsThereWithItsColumns() {
        TestReports.headers().forEach(WrittenColumns::areThoseOfTheDictionary);
        areThoseOfTheDictionary("statements/MERCHANT.csv", String.join(",", StatementCsv.HEADER));
        List<String> ofTheNight = ENGLISH.layouts().stream()
                .map(Layout::file)
                .filter(file -> !file.contains("/") && !file.equals("what-if.csv"))
                .toList();
        assertThat(ofTheNight)
                .containsExactlyInAnyOrderElementsOf(TestReports.headers().keySet())
                .hasSize(13);
    }

    @Test
    void everyFileOfAMonthIsThereWithItsColumns() {
        areThoseOfTheDictionary("month/control-totals.csv", MonthFiles.CONTROLS);
        areThoseOfTheDictionary("month/fee-invoices.csv", MonthFiles.FEES);
        areThoseOfTheDictionary("month/invoices/MERCHANT.csv", MonthFiles.INVOICE);
        areThoseOfTheDictionary("month/kpis.csv", MonthFiles.KPIS);
        areThoseOfTheDictionary("month/margin.csv", MonthFiles.MARGIN);
        assertThat(ENGLISH.layouts())
                .filteredOn(layout -> layout.file().startsWith("month/"))
                .hasSize(5);
    }

    @Test
    void everyColumnHasOneMeaningAndEveryMeaningAColumn() {
        for (Dictionary dictionary : List.of(ENGLISH, CHINESE)) {
            Set<Entry> used = new HashSet<>();
            dictionary.layouts().forEach(layout -> used.addAll(dictionary.of(layout)));
            assertThat(used).isEqualTo(new HashSet<>(dictionary.entries())).hasSameSizeAs(dictionary.entries());
            assertThat(used).allSatisfy(entry -> {
                assertThat(entry.meaning()).as(entry.column()).isNotBlank();
                assertThat(Set.of("money", "count", "share", "basis points", "figure")
                                .contains(entry.unit()))
                        .as(entry.column() + " " + entry.file())
                        .isEqualTo(!entry.sign().isEmpty());
            });
            assertThat(dictionary.layouts())
                    .allSatisfy(layout -> assertThat(layout.row()).isNotBlank());
        }
        assertThat(ENGLISH.layouts().stream().map(Layout::file)).doesNotHaveDuplicates();
    }

    /** The page is made from the dictionary; where it differs, the one to take stands in target. */
    @Test
    void thePageOfTheDocumentationIsTheDictionary() throws Exception {
        String page = DictionaryText.of(ENGLISH, CHINESE);
        Files.writeString(Path.of("target/DICTIONARY.md"), page);
        assertThat(Path.of("docs/DICTIONARY.md"))
                .as("cp target/DICTIONARY.md docs/DICTIONARY.md")
                .hasContent(page);
    }
}
