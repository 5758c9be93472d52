package io.qingfen.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.scheme.SchemeRecord.Place;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoiningSchemeRecordsTest {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    /** Three parts of one payment are given back under its number, in another order than ours. */
    @Test
    void partsUnderOneKeyAreJoinedByTheirAmountsFirst() {
        List<Side<OwnItem>> own = List.of(own("T1", -1_000), own("T2", -2_000), own("T3", -3_000));
        List<Side<SchemeRecord>> records = List.of(record(1, -3_000), record(2, -2_500), record(3, -1_000));
        SchemeJoin.Joined joined = SchemeJoin.join(own, records);
        assertThat(joined.pairs())
                .extracting(pair -> pair.own().item().transactionId() + " line "
                        + pair.scheme().item().place().line())
                .containsExactlyInAnyOrder("T3 line 1", "T1 line 3", "T2 line 2");
        assertThat(joined.ownAlone()).isEmpty();
        assertThat(joined.recordsAlone()).isEmpty();
    }

    private static Side<OwnItem> own(String id, long minor) {
        return Side.fresh(
                new OwnItem(id, DATE, TxnType.REFUND, "pay1", "", "10000001", "M1", minor, 0L, Currency.CNY, 0), DATE);
    }

    private static Side<SchemeRecord> record(int line, long minor) {
        return Side.fresh(
                new SchemeRecord(
                        new Place(1, line),
                        TxnType.REFUND,
                        TxnType.REFUND,
                        "back" + line,
                        "pay1",
                        "",
                        "",
                        "",
                        "",
                        minor,
                        0L,
                        Currency.CNY,
                        0,
                        "",
                        ""),
                DATE);
    }
}
