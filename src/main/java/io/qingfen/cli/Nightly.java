package io.qingfen.cli;

import io.qingfen.overview.NightAccount;
import io.qingfen.run.Exit;
import io.qingfen.run.Progress;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs nights one after another for a command, and tells what came of each. */
final class Nightly {
    private final Session session;
    private final Options options;
    private final String command;
    private final List<NightAccount> told = new ArrayList<>();
    private final Map<String, Object> more = new LinkedHashMap<>();
    private String title;

    Nightly(Session session, Options options, String command) {
        this.session = session;
        this.options = options;
        this.command = command;
    }

    /** From now on nights are told in full, with the control chain and each kind of case, under this title. */
    void titled(String next) {
        title = next;
    }

    /** Adds a part to the JSON result. */
    void with(String name, Object part) {
        more.put(name, part);
    }

    /** Runs the date with progress beside it, and tells its account afterwards. */
    void night(Engine engine, LocalDate date, Consumer<LocalDate> work) {
        try (ProgressLine line = ProgressLine.of(session.console(), engine.part(Progress.class), date)) {
            work.accept(date);
        } catch (Refusal refusal) {
            afterRefusal(engine, date, refusal);
            throw refusal;
        }
        engine.accounts().of(date).ifPresent(this::tell);
    }

    /** A date that stopped half-way has an account too; a closing program or a lost database has none to give. */
    private void afterRefusal(Engine engine, LocalDate date, Refusal refusal) {
        boolean booksAtHand = refusal.exit() != Exit.INTERRUPTED && refusal.exit() != Exit.TRANSIENT;
        if (booksAtHand && refusal.exit() != Exit.REFUSED && refusal.exit() != Exit.LEASE_HELD) {
            engine.accounts().of(date).ifPresent(this::tell);
        }
    }

    private void tell(NightAccount account) {
        told.add(account);
        if (options.json()) {
            return;
        }
        if (title == null) {
            session.print(NightText.brief(session.console(), account));
            session.print(paths(account));
        } else {
            session.print(NightText.titled(session.console(), account, title));
        }
    }

    /** Only a closed date has all its files. */
    private List<String> paths(NightAccount account) {
        return account.day().state().equals("CLOSED")
                ? List.of(String.format(
                        "  %-9s %s",
                        "files", options.home().outbox(account.day().date())))
                : List.of();
    }

    int done() {
        return end(Exit.DONE.code(), List.of());
    }

    /** Ends with the refusal's exit code; with --json its problems are part of the result. */
    int refused(Refusal refusal) {
        List<String> problems = options.typeable(refusal.problems());
        new Problems(session.console()).print(problems);
        return end(refusal.exit().code(), problems);
    }

    private int end(int exit, List<String> problems) {
        if (options.json()) {
            Map<String, Object> result = Json.envelope(command, exit, problems);
            result.put("home", options.home().root().toString());
            result.put("nights", told.stream().map(NightJson::night).toList());
            result.putAll(more);
            session.console().out().println(Json.text(result));
        }
        return exit;
    }
}
