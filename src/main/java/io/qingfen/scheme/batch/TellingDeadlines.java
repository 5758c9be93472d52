package io.qingfen.scheme.batch;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.jdbc.SchemeDisputes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of disputes that nobody has decided, three dates before the last one to answer and when it is over: each once, since
 * the dates of a source are compared one after the other.
 */
final class TellingDeadlines {
    private static final int DATES_BEFORE = 3;
    private final SchemeDisputes disputes;

    TellingDeadlines(SchemeDisputes disputes) {
        this.disputes = disputes;
    }

    /** After the source was compared for the date; one line for people of each. */
    List<String> of(SchemeSource source, LocalDate date) {
        List<String> lines = new ArrayList<>();
        disputes.unanswered(source, date.plusDays(DATES_BEFORE))
                .forEach(one -> lines.add(named(one) + ": the last date to answer is " + one.answerUntil()));
        disputes.unanswered(source, date.minusDays(1))
                .forEach(one ->
                        lines.add(named(one) + ": the last date to answer was " + one.answerUntil() + ", it is over"));
        return lines;
    }

    private static String named(SchemeDisputes.Row one) {
        return "case " + one.caseId() + ", " + one.type() + " "
                + Amounts.format(one.amountMinor(), Currency.of(one.currency())) + " " + one.currency() + ", rrn "
                + one.by().rrn() + " (" + one.file() + ":" + one.lineNo() + ")";
    }
}
