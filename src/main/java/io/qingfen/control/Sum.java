package io.qingfen.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One side of a control: measures added and taken away. */
public final class Sum {
    private record Term(Measure measure, boolean added) {}

    private final List<Term> terms;

    private Sum(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    public static Sum of(Measure... measures) {
        List<Term> terms = new ArrayList<>();
        for (Measure measure : measures) {
            terms.add(new Term(measure, true));
        }
        return new Sum(terms);
    }

    public Sum minus(Measure measure) {
        List<Term> more = new ArrayList<>(terms);
        more.add(new Term(measure, false));
        return new Sum(more);
    }

    Set<String> currencies(Measures measures) {
        Set<String> currencies = new TreeSet<>();
        terms.forEach(term -> currencies.addAll(measures.currencies(term.measure)));
        return currencies;
    }

    Tally in(Measures measures, String currency) {
        Tally sum = Tally.NOTHING;
        for (Term term : terms) {
            Tally tally = measures.of(term.measure, currency);
            sum = sum.plus(term.added ? tally : tally.negated());
        }
        return sum;
    }

    Tally counted(Measures measures) {
        Tally sum = Tally.NOTHING;
        for (Term term : terms) {
            Tally tally = measures.countOf(term.measure);
            sum = sum.plus(term.added ? tally : tally.negated());
        }
        return sum;
    }

    /** The first subject that differs, see {@link Measures#differs}; empty without. */
    String firstDifference(Measures measures) {
        return terms.stream()
                .map(term -> measures.firstDifference(term.measure))
                .filter(subject -> !subject.isEmpty())
                .findFirst()
                .orElse("");
    }

    List<Measure> measures() {
        return terms.stream().map(Term::measure).toList();
    }

    /** For people: {@code captures in + captures carried in}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Term term : terms) {
            String sign = term.added ? " + " : " - ";
            text.append(text.isEmpty() && term.added ? "" : sign).append(term.measure.label());
        }
        return text.toString().strip();
    }
}
