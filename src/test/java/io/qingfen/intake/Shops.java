package io.qingfen.intake;

import io.qingfen.Snapshots;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Two shops: merchant 898310000000001 with terminals 00000001 and 00000002, merchant 898310000000002 with 00000003. */
public final class Shops {
    public static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);
    public static final String FIRST = "898310000000001";
    public static final String SECOND = "898310000000002";

    private Shops() {}

    public static Snapshot snapshot() {
        return snapshot(Settings.DEFAULTS);
    }

    public static Snapshot snapshot(Settings settings) {
        List<Merchant> merchants = Snapshots.merchants(List.of(FIRST, SECOND));
        List<Terminal> terminals = List.of(
                terminal(0, "00000001", merchants.get(0)),
                terminal(1, "00000002", merchants.get(0)),
                terminal(2, "00000003", merchants.get(1)));
        return Snapshots.of(MON_2026_03_02, settings, merchants, terminals, Map.of());
    }

    /** One merchant with so many terminals, ids T0000000 onwards. */
    public static Snapshot withTerminals(int count) {
        List<Merchant> merchants = Snapshots.merchants(List.of(FIRST));
        List<Terminal> terminals = new ArrayList<>();
        for (int no = 0; no < count; no++) {
            terminals.add(terminal(no, "T%07d".formatted(no), merchants.get(0)));
        }
        return Snapshots.of(MON_2026_03_02, Settings.DEFAULTS, merchants, terminals, Map.of());
    }

    private static Terminal terminal(int no, String id, Merchant merchant) {
        return new Terminal(no, id, merchant, "POS", LocalDate.of(2026, 1, 1), "", Terminal.Status.ACTIVE, null);
    }
}
