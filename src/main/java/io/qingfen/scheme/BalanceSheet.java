package io.qingfen.scheme;

import io.qingfen.money.Currency;
import io.qingfen.reports.ReportCell;
import io.qingfen.reports.ReportSection;
import io.qingfen.reports.ReportSection.Column;
import io.qingfen.reports.ReportSection.Lead;
import io.qingfen.reports.ReportSection.Look;
import io.qingfen.reports.ReportSection.Tone;
import io.qingfen.reports.Words;
import io.qingfen.scheme.Judged.CostSum;
import io.qingfen.scheme.MasterControl.Line;
import java.util.ArrayList;
import java.util.List;

/** 资金平衡表: the master control of each source and currency as a sum from top to bottom, its statement of funds, its costs. */
public final class BalanceSheet {
    private final Words words;
    private final List<ReportSection> sections = new ArrayList<>();

    private BalanceSheet(Words words) {
        this.words = words;
    }

    /**
     * One source and currency.
     *
     * @param funds what its statement of funds says; null without one
     * @param fees what its files of brand fees say; null without one
     */
    public record Page(String source, MasterControl control, CostSum costs, Funds funds, BrandFees.Told fees) {}

    /** A statement of funds against the records, minor units, + to us. */
    public record Funds(long recordsMinor, long fundsMinor, long otherMinor) {}

    /** Never without a section: that of a date on which no source had anything says so. */
    public static List<ReportSection> of(List<Page> pages, Words words) {
        BalanceSheet sheet = new BalanceSheet(words);
        pages.forEach(sheet::add);
        if (pages.isEmpty()) {
            Lead nothing = new Lead(words.of("balance.nothing"), Tone.GOOD);
            sheet.sections.add(sheet.section(
                    "balance", words.of("balance.title"), nothing, List.of(), "balance.line", "#count", "#amount"));
        }
        return sheet.sections;
    }

    private void add(Page page) {
        MasterControl control = page.control();
        String name = page.source() + " · " + control.currency();
        boolean closed = control.difference() == 0;
        Lead lead = new Lead(word(closed ? "closed" : "open"), closed ? Tone.GOOD : Tone.BAD);
        List<List<ReportCell>> rows = new ArrayList<>();
        row(rows, control, "own", control.own());
        row(rows, control, "carried_in", control.carriedIn());
        row(rows, control, "carried_out", control.carriedOut());
        row(rows, control, "disputes", control.disputes());
        row(rows, control, "long", control.longs());
        row(rows, control, "short", control.shorts());
        row(rows, control, "channel", control.scheme());
        rows.add(List.of(text(word("result")), ReportCell.NOTHING, money(control.difference(), control.currency())));
        if (page.funds() != null) {
            funds(rows, page.funds(), control.currency());
        }
        sections.add(section("balance", name, lead, rows, "balance.line", "#count", "#amount"));
        if (page.costs().ownMinor() != 0 || page.costs().schemeMinor() != 0 || page.fees() != null) {
            costs(name, page, control.currency());
        }
    }

    /** What is only shown says so, and why, in its own line. */
    private void fees(List<List<ReportCell>> rows, BrandFees.Told fees) {
        row(rows, fees.isBooked() ? "brand_fees" : "brand_fees_shown", fees.all(), fees.currency());
        row(rows, "brand_fees_alone", fees.alone(), fees.currency());
        if (fees.isBooked()) {
            row(rows, "brand_fees_booked", fees.booked(), fees.currency());
        }
    }

    private void row(List<List<ReportCell>> rows, MasterControl control, String line, Line of) {
        row(rows, line, of, control.currency());
    }

    private void row(List<List<ReportCell>> rows, String line, Line of, Currency currency) {
        rows.add(List.of(text(word(line)), new ReportCell.Count(of.count()), money(of.minor(), currency)));
    }

    private void funds(List<List<ReportCell>> rows, Funds funds, Currency currency) {
        long difference = Math.subtractExact(funds.fundsMinor(), funds.recordsMinor());
        rows.add(List.of(text(word("funds")), ReportCell.NOTHING, money(funds.fundsMinor(), currency)));
        rows.add(List.of(text(word("funds_difference")), ReportCell.NOTHING, money(difference, currency)));
        rows.add(List.of(text(word("funds_other")), ReportCell.NOTHING, money(funds.otherMinor(), currency)));
    }

    private void costs(String name, Page page, Currency currency) {
        CostSum costs = page.costs();
        long difference = Math.subtractExact(costs.schemeMinor(), costs.ownMinor());
        List<List<ReportCell>> rows = new ArrayList<>();
        rows.add(List.of(text(word("cost_own")), ReportCell.NOTHING, money(costs.ownMinor(), currency)));
        rows.add(List.of(text(word("cost_channel")), ReportCell.NOTHING, money(costs.schemeMinor(), currency)));
        row(rows, "cost_difference", new Line(costs.differing(), difference), currency);
        if (page.fees() != null) {
            fees(rows, page.fees());
        }
        sections.add(
                section("costs", word("cost") + " · " + name, Lead.NONE, rows, "balance.line", "#count", "#amount"));
    }

    private ReportSection section(String key, String title, Lead lead, List<List<ReportCell>> rows, String... heads) {
        return new ReportSection(key, Look.TABLE, title, lead, Column.of(words, heads), rows, false);
    }

    private String word(String key) {
        return words.of("balance." + key);
    }

    private static ReportCell text(String text) {
        return new ReportCell.Text(text);
    }

    private static ReportCell money(long minor, Currency currency) {
        return new ReportCell.Money(minor, currency.code(), false);
    }
}
