package io.qingfen.deposits;

import io.qingfen.calendar.BusinessCalendar;
import io.qingfen.reference.DepositOpening;
import io.qingfen.reference.DepositPolicy;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.OpeningBalance;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reference data with what deposits need; terminals and merchants get their numbers here. */
public final class Snapshots {
    private final List<Terminal> terminals = new ArrayList<>();
    private final List<DepositPolicy> policies = new ArrayList<>();
    private List<DepositOpening> openings = List.of();
    private List<OpeningBalance> balances = List.of();

    public static Merchant shop(String id) {
        return Life.shop(id);
    }

    public Snapshots policies(DepositPolicy... more) {
        policies.addAll(List.of(more));
        return this;
    }

    public Snapshots terminal(String id, String merchantId, LocalDate activatedOn, String policy) {
        return terminal(id, merchantId, activatedOn, policy, null);
    }

    /** In the order of merchants. */
    public Snapshots terminal(
            String id, String merchantId, LocalDate activatedOn, String policy, LocalDate returnedOn) {
        terminals.add(Life.terminal(id, shop(merchantId), activatedOn, policy, returnedOn));
        return this;
    }

    public Snapshots openings(DepositOpening... told) {
        openings = List.of(told);
        return this;
    }

    public Snapshots balances(OpeningBalance... told) {
        balances = List.of(told);
        return this;
    }

    public Snapshot on(LocalDate date) {
        List<Merchant> merchants = new ArrayList<>();
        List<Terminal> numbered = new ArrayList<>();
        for (Terminal one : terminals) {
            if (merchants.isEmpty()
                    || !merchants
                            .get(merchants.size() - 1)
                            .id()
                            .equals(one.merchant().id())) {
                merchants.add(numbered(one.merchant(), merchants.size()));
            }
            numbered.add(new Terminal(
                    numbered.size(),
                    one.id(),
                    merchants.get(merchants.size() - 1),
                    one.product(),
                    one.activatedOn(),
                    one.depositPolicy(),
                    one.status(),
                    one.returnedOn()));
        }
        Map<String, DepositOpening> told =
                openings.stream().collect(Collectors.toMap(DepositOpening::terminalId, one -> one));
        return new Snapshot(
                date,
                Settings.DEFAULTS,
                merchants,
                numbered,
                List.of(),
                List.of(),
                policies,
                new BusinessCalendar("CN", Set.of(2026), Set.of(), Set.of()),
                Map.of(),
                told,
                balances,
                "");
    }

    private static Merchant numbered(Merchant one, int no) {
        return new Merchant(
                no,
                one.id(),
                one.mcc(),
                one.status(),
                one.merchantClass(),
                one.feePlan(),
                one.cycle(),
                one.currency(),
                one.minPayoutMinor(),
                one.payoutHold(),
                one.agentId());
    }
}
