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
import java.util.Collections;
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
        Map<String, List<TerminalVolume>> all = new HashMap<>(volumes.of(ids(taking), date, date));
        Map<String, LocalDate> beginning = new TreeMap<>();
        for (Terminal terminal : taking) {
            LocalDate from = run.volumesFrom(terminal, stored.get(terminal.id()));
            if (from.isBefore(date)) {
                beginning.put(terminal.id(), from);
            }
        }
        earlier(run, beginning)
                .forEach((id, volume) ->
                        all.computeIfAbsent(id, none -> new ArrayList<>()).addAll(volume));
        return all;
    }

    /** Asked for at once, however many dates the deposits begin on; nothing is older than the books. */
    private Map<String, List<TerminalVolume>> earlier(DepositRun run, Map<String, LocalDate> beginning) {
        LocalDate yesterday = run.snapshot().businessDate().minusDays(1);
        if (beginning.isEmpty() || run.booksFrom().isAfter(yesterday)) {
            return Map.of();
        }
        LocalDate earliest = Collections.min(beginning.values());
        LocalDate from = earliest.isBefore(run.booksFrom()) ? run.booksFrom() : earliest;
        Map<String, List<TerminalVolume>> found = volumes.of(beginning.keySet(), from, yesterday);
        found.forEach((id, volume) -> volume.removeIf(one -> one.businessDate().isBefore(beginning.get(id))));
        return found;
    }

    private static Collection<String> ids(Collection<Terminal> terminals) {
        return terminals.stream().map(Terminal::id).toList();
    }
}
