package io.qingfen.scheme.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.AccountCipher;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Sealing;
import io.qingfen.reports.Sheets;
import io.qingfen.run.Actor;
import io.qingfen.run.BooksMark;
import io.qingfen.run.BusinessDay;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.RunLease;
import io.qingfen.scheme.PlainPairs;
import io.qingfen.scheme.SchemeFileName;
import io.qingfen.scheme.SchemeReconciliation;
import io.qingfen.scheme.SchemeSource;
import io.qingfen.scheme.batch.ComparingSource.Task;
import io.qingfen.scheme.jdbc.SchemeBalances;
import io.qingfen.scheme.jdbc.SchemeBrandFees;
import io.qingfen.scheme.jdbc.SchemeDays;
import io.qingfen.scheme.jdbc.SchemeDisputes;
import io.qingfen.scheme.jdbc.SchemeFiles;
import io.qingfen.scheme.jdbc.SchemeFunds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Job scheme-reconciliation. Works under the lease of the night, so that no case changes while a night settles; each source
 * of a date is one transaction, and its files are archived after it. Cut off anywhere, the next start does the rest.
 */
@Component
class ComparingSchemes implements SchemeReconciliation {
    /** Belongs to card tokens, so that they can never be taken for digests of accounts. */
    private static final String CARD = "card number of a scheme's file";

    private final BusinessDays days;
    private final RunLease lease;
    private final BooksMark mark;
    private final SchemeDays compared;
    private final ComparingSource comparing;
    private final ProposingUnknownOutcomes unknown;
    private final SchemeInbox inbox;
    private final TakingSchemeFiles files;
    private final SchemesFile settings;
    private final SchemeOutputs outputs;
    private final TellingDeadlines deadlines;
    private final Turns turns;

    ComparingSchemes(
            BusinessDays days,
            RunLease lease,
            BooksMark mark,
            SchemeDays compared,
            SchemeFiles taken,
            SchemeBalances balances,
            SchemeFunds funds,
            SchemeDisputes disputes,
            SchemeBrandFees fees,
            Sheets sheets,
            CurrentReference reference,
            ComparingSource comparing,
            ProposingUnknownOutcomes unknown,
            AccountCipher cipher,
            Sealing sealing,
            Home home) {
        this.days = days;
        this.lease = lease;
        this.mark = mark;
        this.compared = compared;
        this.turns = new Turns(compared);
        this.comparing = comparing;
        this.unknown = unknown;
        SchemeFormats formats = new SchemeFormats(home);
        this.inbox = new SchemeInbox(home, sealing);
        this.files = new TakingSchemeFiles(taken, inbox, formats, number -> cipher.digest(CARD, number));
        this.settings = new SchemesFile(home, formats);
        this.deadlines = new TellingDeadlines(disputes);
        this.outputs =
                new SchemeOutputs(new SchemeOutputs.Books(balances, funds, disputes, fees), sheets, reference, home);
    }

    /** One comparison of a date on its way through the sources. */
    private record Work(LocalDate date, LocalDate next, Actor who, long token, Compared outcome) {}

    @Override
    public List<LocalDate> due() {
        SortedMap<String, SchemeSource> sources = settings.sources();
        try {
            return inbox.names().stream()
                    .filter(name -> sources.containsKey(name.source()))
                    .map(SchemeFileName::date)
                    .distinct()
                    .sorted()
                    .filter(this::isClosed)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private boolean isClosed(LocalDate date) {
        return days.find(date).map(BusinessDay::state).equals(Optional.of(BusinessDay.State.CLOSED));
    }

    @Override
    public Compared compare(LocalDate date, Actor who) {
        SortedMap<String, SchemeSource> sources = settings.sources();
        requireComparable(sources, date);
        LocalDate next = compared.nextDate().orElseThrow();
        try (RunLease.Held held = lease.acquire(next.minusDays(1))) {
            mark.require();
            return compare(new Work(date, next, who, held.token(), nothingYet(date)), sources);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void requireComparable(SortedMap<String, SchemeSource> sources, LocalDate date) {
        if (sources.isEmpty()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    SchemesFile.NAME + ": is missing in the home: no source sends files; docs/SPEC-schemes.md says what"
                            + " stands in it");
        }
        days.requireKept(date);
        if (!isClosed(date)) {
            throw new Refusal(
                    Exit.REFUSED,
                    "business date " + date + " is not closed: nothing to hold the files against; first: qingfen run"
                            + " --date " + date);
        }
    }

    private static Compared nothingYet(LocalDate date) {
        return new Compared(
                date,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                null);
    }

    private Compared compare(Work work, SortedMap<String, SchemeSource> sources) throws IOException {
        for (SchemeFileName name : inbox.names()) {
            if (!sources.containsKey(name.source())) {
                work.outcome()
                        .notices()
                        .add(name.text() + ": no source " + name.source() + " in " + SchemesFile.NAME
                                + "; left in the inbox");
            }
        }
        Predicate<SchemeFileName> wanted =
                name -> name.date().equals(work.date()) && sources.containsKey(name.source());
        for (SchemeInbox.Arrived older : inbox.sentAgain(wanted)) {
            files.giveWay(sources.get(older.name().source()), older, work.outcome());
        }
        Map<String, List<SchemeInbox.Arrived>> arrived = inbox.take(wanted).stream()
                .collect(Collectors.groupingBy(file -> file.name().source()));
        for (SchemeSource source : sources.values()) {
            compare(work, source, arrived.getOrDefault(source.name(), List.of()));
            if (compared.last(source.name()).equals(Optional.of(work.date()))) {
                work.outcome().notices().addAll(unknown.propose(source, work.date()));
            }
            if (work.outcome().sources().stream()
                    .anyMatch(result -> result.source().equals(source.name()))) {
                work.outcome().notices().addAll(deadlines.of(source, work.date()));
            }
        }
        Compared outcome = work.outcome();
        boolean some = !outcome.sources().isEmpty() || !outcome.before().isEmpty();
        return some ? outcome.in(outputs.write(work.date())) : outcome;
    }

    private void compare(Work work, SchemeSource source, List<SchemeInbox.Arrived> arrived) throws IOException {
        Turn turn = turns.of(
                source,
                work.date(),
                arrived.stream().map(SchemeInbox.Arrived::name).toList());
        switch (turn.kind()) {
            case BEFORE -> {
                work.outcome().before().add(source.name());
                for (SchemeInbox.Arrived file : arrived) {
                    files.again(source, file, work.date(), work.outcome());
                }
            }
            case WAITS -> work.outcome().waiting().add(turn.why());
            case BLOCKED -> work.outcome().blocked().add(turn.why());
            case COMPARES -> compareUnlessStopped(work, source, arrived);
        }
    }

    @Override
    public List<Turn> look(LocalDate date) {
        SortedMap<String, SchemeSource> sources = settings.sources();
        requireComparable(sources, date);
        try {
            List<SchemeFileName> ofDate = inbox.names().stream()
                    .filter(name -> name.date().equals(date))
                    .toList();
            return sources.values().stream()
                    .map(source -> turns.of(
                            source,
                            date,
                            ofDate.stream()
                                    .filter(name -> name.source().equals(source.name()))
                                    .toList()))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is wrong with one source's files stops no other source; an open control stops everything. */
    private void compareUnlessStopped(Work work, SchemeSource source, List<SchemeInbox.Arrived> arrived)
            throws IOException {
        try {
            compareNow(work, source, arrived);
        } catch (Refusal refusal) {
            if (refusal.exit() != Exit.REFUSED) {
                throw refusal;
            }
            work.outcome().stopped().add(refusal.getMessage());
        }
    }

    private void compareNow(Work work, SchemeSource source, List<SchemeInbox.Arrived> arrived) throws IOException {
        PlainPairs plain = new PlainPairs(source, Currency.CNY);
        Room room = Room.ofThisProcess(source.name(), work.date());
        List<ParsedFile> parsed = files.parsed(source, arrived, new Showing(plain, room), work.outcome());
        if (parsed.isEmpty()) {
            return;
        }
        FaultPoint.reach("schemes:read", source.name());
        boolean first = compared.last(source.name()).isEmpty();
        Task task = new Task(source, parsed, plain, room, work.date(), work.next(), first, work.who());
        work.outcome().sources().add(comparing.compare(task, work.token()));
        FaultPoint.reach("schemes:committed");
        for (SchemeInbox.Arrived file : arrived) {
            files.again(source, file, work.date(), work.outcome());
        }
    }
}
