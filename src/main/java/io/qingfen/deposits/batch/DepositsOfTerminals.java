package io.qingfen.deposits.batch;

import io.qingfen.deposits.Available;
import io.qingfen.deposits.Deposit;
import io.qingfen.deposits.DepositDay;
import io.qingfen.deposits.DepositRun;
import io.qingfen.deposits.Deposits;
import io.qingfen.deposits.Positions;
import io.qingfen.deposits.TerminalVolume;
import io.qingfen.deposits.Volumes;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Terminal;
import io.qingfen.review.Cases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Settles the deposits of whole merchants, so many terminals at once that memory stays small. */
@Component
class DepositsOfTerminals {
    private static final int AT_ONCE = 1_000;

    private final Deposits deposits;
    private final Volumes volumes;
    private final Positions positions;
    private final Cases cases;

    DepositsOfTerminals(Deposits deposits, Volumes volumes, Positions positions, Cases cases) {
        this.deposits = deposits;
        this.volumes = volumes;
        this.positions = positions;
        this.cases = cases;
    }

    /** @param terminals of whole merchants, in the order of the snapshot */
    void settle(DepositRun run, List<Terminal> terminals) {
        Available available = new Available();
        for (int from = 0; from < terminals.size(); from += AT_ONCE) {
            settle(run, terminals.subList(from, Math.min(terminals.size(), from + AT_ONCE)), available);
        }
    }

    private void settle(DepositRun run, List<Terminal> terminals, Available available) {
        Map<String, Deposit> stored = deposits.of(ids(terminals), run.snapshot());
        List<Terminal> taking = terminals.stream()
                .filter(terminal -> run.takesPart(terminal, stored.get(terminal.id())))
                .toList();
        if (taking.isEmpty()) {
            return;
        }
        learn(run, taking, stored, available);
        Map<String, List<TerminalVolume>> cleared = volumes(run, taking, stored);
        List<DepositDay> days = new ArrayList<>(taking.size());
        for (Terminal terminal : taking) {
            List<TerminalVolume> volume = cleared.getOrDefault(terminal.id(), List.of());
            days.add(run.settle(terminal, stored.get(terminal.id()), volume, available));
        }
        deposits.keep(stored, days);
        cases.open(days.stream().flatMap(day -> day.cases().stream()).toList());
    }

    private void learn(DepositRun run, List<Terminal> taking, Map<String, Deposit> stored, Available available) {
        Map<String, Merchant> asked = new TreeMap<>();
        for (Terminal terminal : taking) {
            Merchant merchant = terminal.merchant();
            if (!available.knows(merchant.id()) && run.toWithholdMinor(terminal, stored.get(terminal.id())) > 0) {
                asked.put(merchant.id(), merchant);
            }
        }
        if (!asked.isEmpty()) {
            positions
                    .beforeDeposits(run.snapshot(), run.booksFrom(), asked.values())
                    .forEach(available::learn);
        }
    }

    /** Today's volume of all; where a deposit begins, also what its terminal cleared before. */
    private Map<String, List<TerminalVolume>> volumes(
            DepositRun run, List<Terminal> taking, Map<String, Deposit> stored) {
        LocalDate date = run.snapshot().businessDate();
        Map<LocalDate, List<Terminal>> beginning = new TreeMap<>();
        for (Terminal terminal : taking) {
            LocalDate from = run.volumesFrom(terminal, stored.get(terminal.id()));
            if (from.isBefore(date)) {
                beginning.computeIfAbsent(from, none -> new ArrayList<>()).add(terminal);
            }
        }
        Map<String, List<TerminalVolume>> all = new HashMap<>(volumes.of(ids(taking), date, date));
        beginning.forEach((from, terminals) -> volumes.of(ids(terminals), from, date.minusDays(1))
                .forEach((id, earlier) ->
                        all.computeIfAbsent(id, none -> new ArrayList<>()).addAll(earlier)));
        return all;
    }

    private static Collection<String> ids(Collection<Terminal> terminals) {
        return terminals.stream().map(Terminal::id).toList();
    }
}
