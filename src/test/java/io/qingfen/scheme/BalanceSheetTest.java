package io.qingfen.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reports.Phrases;
import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.Words;
import io.qingfen.scheme.BalanceSheet.Funds;
import io.qingfen.scheme.BalanceSheet.Page;
import io.qingfen.scheme.Judged.CostSum;
import io.qingfen.scheme.MasterControl.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BalanceSheetTest {
    private static final Words KEYS = new Words(Map.of(), Phrases.NONE);
    private static final MasterControl MONDAY = new MasterControl(
            Currency.CNY,
            new Line(4, 554_400),
            new Line(0, 0),
            new Line(1, -38_800),
            new Line(0, 0),
            new Line(2, 13_500),
            new Line(1, 100),
            new Line(7, 529_000));

    @Test
    void readsAsASumFromTopToBottomAndTheCostStandsBelow() {
        List<ReportSection> sections =
                BalanceSheet.of(List.of(new Page("unionpay", MONDAY, new CostSum(1535, 1537, 1, 2), null, null)), KEYS);
        assertThat(sections)
                .extracting(ReportSection::title)
                .containsExactly("unionpay · CNY", "balance.cost · unionpay · CNY");
        assertThat(rows(sections.get(0)))
                .containsExactly(
                        "balance.own 4 5,544.00",
                        "balance.carried_in 0 0.00",
                        "balance.carried_out 1 -388.00",
                        "balance.disputes 0 0.00",
                        "balance.long 2 135.00",
                        "balance.short 1 1.00",
                        "balance.channel 7 5,290.00",
                        "balance.result – 0.00");
        assertThat(rows(sections.get(1)))
                .containsExactly(
                        "balance.cost_own – 15.35", "balance.cost_channel – 15.37", "balance.cost_difference 1 0.02");
        assertThat(sections.get(0).lead().tone()).isEqualTo(ReportSection.Tone.GOOD);
    }

    /** A workbook without a sheet cannot be made. */
    @Test
    void saysThatNoSourceHadAnything() {
        assertThat(BalanceSheet.of(List.of(), KEYS)).singleElement().satisfies(section -> {
            assertThat(section.title()).isEqualTo("balance.title");
            assertThat(section.lead().text()).isEqualTo("balance.nothing");
            assertThat(section.rows()).isEmpty();
        });
    }

    @Test
    void saysByHowMuchItIsOpenAndWhatTheStatementOfFundsSays() {
        MasterControl open = new MasterControl(
                Currency.CNY, new Line(1, 100), Line.NONE, Line.NONE, Line.NONE, Line.NONE, Line.NONE, new Line(1, 99));
        List<ReportSection> sections = BalanceSheet.of(
                List.of(new Page("w", open, new CostSum(0, 0, 0, 0), new Funds(99, 98, -5), null)), KEYS);
        assertThat(sections).singleElement().satisfies(section -> {
            assertThat(section.lead().tone()).isEqualTo(ReportSection.Tone.BAD);
            assertThat(rows(section))
                    .endsWith(
                            "balance.result – 0.01",
                            "balance.funds – 0.98",
                            "balance.funds_difference – -0.01",
                            "balance.funds_other – -0.05");
        });
    }

    /** Nobody has said that the costs of the records do not hold them: then they are shown, and nothing looks booked. */
    @Test
    void brandFeesStandBesideTheCost() {
        assertThat(costs(false, Line.NONE))
                .endsWith("balance.brand_fees_shown 9 0.92", "balance.brand_fees_alone 3 0.08");
        assertThat(costs(true, new Line(3, 81)))
                .endsWith(
                        "balance.brand_fees 9 0.92",
                        "balance.brand_fees_alone 3 0.08",
                        "balance.brand_fees_booked 3 0.81");
    }

    private static List<String> costs(boolean booked, Line minor) {
        BrandFees.Told fees = new BrandFees.Told(Currency.CNY, booked, new Line(9, 92), new Line(3, 8), minor);
        Page page = new Page("unionpay", MONDAY, new CostSum(0, 0, 0, 0), null, fees);
        return rows(BalanceSheet.of(List.of(page), KEYS).get(1));
    }

    private static List<String> rows(ReportSection section) {
        return section.rows().stream()
                .map(row -> row.stream().map(ReportCell::shown).collect(Collectors.joining(" ")))
                .toList();
    }
}
