package io.qingfen.reports;

import io.qingfen.reports.ReportCell.Code;
import io.qingfen.reports.ReportSection.Column;
import io.qingfen.reports.ReportSection.Lead;
import io.qingfen.reports.ReportSection.Look;
import io.qingfen.reports.ReportSection.Tone;
import java.util.List;
import java.util.Locale;

/** Parts of reports, with their titles and heads in one language. What has no rows says so. */
final class Tables {
    private final Words words;

    Tables(Words words) {
        this.words = words;
    }

    /** Figures that are read first: a label and a number in each row. */
    ReportSection tiles(List<List<ReportCell>> rows) {
        return part("headline", Look.TILES, lead("headline", rows), rows, false, "item", "#value");
    }

    /** @param heads as {@link Column#of} takes them */
    ReportSection table(String key, List<List<ReportCell>> rows, String... heads) {
        return part(key, Look.TABLE, lead(key, rows), rows, false, heads);
    }

    /** Its numbers have a meaning together. */
    ReportSection summed(String key, List<List<ReportCell>> rows, String... heads) {
        return part(key, Look.TABLE, lead(key, rows), rows, true, heads);
    }

    /** A sentence above the rows says whether all is well. */
    ReportSection judged(String key, boolean good, List<List<ReportCell>> rows, String... heads) {
        Lead lead = new Lead(words.of(key + (good ? ".good" : ".bad")), good ? Tone.GOOD : Tone.BAD);
        return part(key, Look.TABLE, rows.isEmpty() ? lead(key, rows) : lead, rows, false, heads);
    }

    ReportSection chart(String key, Look look, List<List<ReportCell>> rows, String label, String number) {
        return part(key, look, lead(key, rows), rows, true, label, number);
    }

    /** Bars that have no meaning together. */
    ReportSection unsummed(String key, List<List<ReportCell>> rows, String label, String number) {
        return part(key, Look.BARS, lead(key, rows), rows, false, label, number);
    }

    /** Amounts that lead from the first to the last, in one currency. */
    ReportSection waterfall(String key, String currency, List<List<ReportCell>> rows) {
        String title = words.of(key) + " · " + currency;
        String name = key + "_" + currency.toLowerCase(Locale.ROOT);
        return new ReportSection(
                name, Look.WATERFALL, title, Lead.NONE, Column.of(words, "line", "#amount"), rows, false);
    }

    /** A word of a fixed list that has its words under its own name. */
    Code code(String code) {
        return new Code(code, words.of(code));
    }

    /** A word of a fixed list that has its words only in one place. */
    Code code(String place, String code) {
        return new Code(code, code.isEmpty() ? "" : words.of(place, code));
    }

    Code age(CaseAge age) {
        return new Code(age.days(), age.days() + " " + words.of("days"));
    }

    String word(String key) {
        return words.of(key);
    }

    private Lead lead(String key, List<List<ReportCell>> rows) {
        if (!rows.isEmpty()) {
            return Lead.NONE;
        }
        String own = words.of(key + ".none");
        return new Lead(own.equals(key + ".none") ? words.of("rows.none") : own, Tone.PLAIN);
    }

    private ReportSection part(
            String key, Look look, Lead lead, List<List<ReportCell>> rows, boolean summed, String... heads) {
        return new ReportSection(key, look, words.of(key), lead, Column.of(words, heads), rows, summed);
    }
}
