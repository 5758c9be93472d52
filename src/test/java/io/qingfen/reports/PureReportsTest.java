package io.qingfen.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.control.Control;
import io.qingfen.control.ControlChain;
import io.qingfen.control.ControlTotal;
import io.qingfen.money.Currency;
import io.qingfen.reports.batch.TestTexts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PureReportsTest {
    @ParameterizedTest
    @CsvSource({"1, 3, 0.3333", "2, 3, 0.6667", "0, 5, 0.0000", "5, 5, 1.0000", "1, 20000, 0.0001", "1, 0,"})
    void sharesAreRoundedHalfUp(long part, long whole, String share) {
        assertThat(Ratios.share(part, whole)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"3, 1000, 30.00", "-1, 300, -33.33", "1, 0,"})
    void marginsAreBasisPoints(long part, long whole, String points) {
        assertThat(Ratios.basisPoints(part, whole)).isEqualTo(points);
    }

    @Test
    void aFragmentIsWhollyInItsName() {
        TransactionFragment fragment = new TransactionFragment(
                63, 9_999_999_999L, 50_000_000L, "898310000000001/00000001", "898310000000002/zzzzzzzz", true);
        assertThat(TransactionFragment.of(fragment.partition())).isEqualTo(fragment);
        assertThat(("publishReports:" + fragment.partition()).length()).isLessThanOrEqualTo(100);
        assertThat(fragment.fromMerchant()).isEqualTo("898310000000001");
        assertThat(fragment.toTerminal()).isEqualTo("zzzzzzzz");
        assertThat(TransactionFragment.isPartition("trial-balance.csv")).isFalse();
    }

    @Test
    void ledgerLinesSurviveAnyDescription() {
        LocalDate date = LocalDate.of(2026, 2, 12);
        assertThat(LedgerText.heading(date, "E1", "a; b | c\nd")).isEqualTo("\n2026-02-12 * (E1) a b c d\n");
        assertThat(LedgerText.commodity(Currency.of("JPY"))).isEqualTo("commodity 1000. JPY\n");
        assertThat(LedgerText.account("assets:bank")).isEqualTo("account assets:bank\n");
        assertThat(LedgerText.posting("assets:bank", -5, Currency.CNY)).isEqualTo("    assets:bank  -0.05 CNY\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00", "-5, -0.05", "100000, '1,000.00'", "-123456789, '-1,234,567.89'", "99999, 999.99"})
    void peopleReadAmountsWithThousandsApart(long minor, String shown) {
        assertThat(Shown.amount(minor, "CNY")).isEqualTo(shown);
    }

    @Test
    void everyControlHasChineseWords() {
        Words chinese = TestTexts.words("zh");
        for (Control control : ControlChain.controls()) {
            assertThat(chinese.of("control:", control.boundary()))
                    .as(control.boundary())
                    .isNotEqualTo(control.boundary());
            assertThat(chinese.of("side:", control.side())).as(control.side()).isNotEqualTo(control.side());
        }
    }

    @Test
    void aClosedChainIsOneLineAndAnOpenControlStandsAboveTheRest() {
        ControlTotal closed = new ControlTotal("records", "captures", 3, 123456789, "CNY", 3, 123456789);
        ControlTotal open = new ControlTotal("settled -> positions", "voids", 0, -100, "CNY", 0, -99);

        assertThat(section(closed)).startsWith("<p class=\"good\">All controls are closed (1)</p><details>");
        assertThat(section(closed, open))
                .startsWith("<p class=\"bad\">Controls are open (1 / 2)</p>")
                .contains(
                        "<th scope=\"row\">settled → positions</th><td>voids</td><td class=\"n\">–</td><td class=\"n\">-1.00</td>")
                .contains("1,234,567.89");
    }

    @Test
    void whatIsOnlyCountedShowsNoAmountAndNoCurrency() {
        assertThat(section(new ControlTotal("ledger", "entries", 1200, 0, "XXX", 1200, 0)))
                .contains("<td class=\"n\">1,200</td><td class=\"n\">–</td>")
                .doesNotContain("XXX");
    }

    private static String section(ControlTotal... controls) {
        ReportSection section = new ReportControls(TestTexts.words("en"), List.of(controls)).section();
        String page = new ReportPage(LocalDate.of(2026, 2, 12), "A", TestTexts.in("en")).html(List.of(section));
        return page.substring(page.indexOf("<p class=\"", page.indexOf("<h2>")));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1-3", "3, 1-3", "4, 4-7", "30, 8-30", "31, 31+", "4000, 31+"})
    void casesAgeInSteps(long days, String shown) {
        assertThat(CaseAge.of(days).days()).isEqualTo(shown);
    }
}
