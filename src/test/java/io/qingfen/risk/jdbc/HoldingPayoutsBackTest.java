package io.qingfen.risk.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.Snapshots;
import io.qingfen.TestDatabase;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.payouts.ReleaseGate;
import io.qingfen.payouts.jdbc.TestPayouts;
import io.qingfen.reference.CurrentReference;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.risk.HeldMerchants;
import io.qingfen.risk.HoldState;
import io.qingfen.risk.Holds;
import io.qingfen.risk.Holds.Subject;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.TestBusinessDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

@OnBothDatabases
class HoldingPayoutsBackTest {
    private static final LocalDate THU = LocalDate.of(2026, 2, 12);
    private static final LocalDate FRI = THU.plusDays(1);
    private static final LocalDate SAT = THU.plusDays(2);
    private static final Actor MEI = new Actor("mei");

    private final JdbcTemplate jdbc;
    private final Holds holds;
    private final HeldMerchants held;
    private final ReleaseGate gate;
    private final DataSource books;
    private final List<String> audited = new ArrayList<>();

    HoldingPayoutsBackTest(TestDatabase database) {
        books = database.fresh();
        jdbc = new JdbcTemplate(books);
        BusinessDays days = TestBusinessDays.in(books);
        days.open(THU);
        days.close(THU);
        holds = TestRisk.holds(books, new Reference(), days, new Recorded());
        held = TestRisk.heldMerchants(books, TestBulkLoad.on(books, database.dialect()));
        gate = TestPayouts.riskHolds(books);
    }

    @Test
    void holdsTheMerchantFromTheNextNightOnUntilItIsLifted() {
        String id = holds.place(MEI, Subject.merchant("M1"), "  police inquiry ", Optional.empty())
                .hold()
                .hold()
                .id();
        assertThat(states()).containsExactly("M1 PLACED");
        assertThat(night(FRI)).containsExactly("M1");
        assertThat(states()).containsExactly("M1 ACTIVE");
        assertThat(reasons(FRI)).containsExactly("M1 MERCHANT_HOLD " + id + " police inquiry");

        holds.lift(MEI, id, "inquiry closed");
        assertThat(states()).containsExactly("M1 LIFTING");
        refuses(() -> holds.lift(MEI, id, "once more"), Exit.REFUSED, "LIFTING already");
        assertThat(night(SAT)).isEmpty();
        assertThat(holds.list(false)).isEmpty();
        assertThat(holds.list(true)).extracting(Holds.Listed::state).containsExactly(HoldState.LIFTED);
        assertThat(audited)
                .containsExactly("mei holds.place M1 police inquiry", "mei holds.lift " + id + " inquiry closed");
    }

    @Test
    void holdsTheMerchantOfATerminalAndEndsByItsDate() {
        holds.place(MEI, Subject.terminal("00000002"), "stolen", Optional.of(FRI));
        assertThat(night(FRI)).containsExactly("M2");
        assertThat(jdbc.queryForList("select cause from position_hold", String.class))
                .containsExactly("TERMINAL_HOLD");
        assertThat(night(SAT)).isEmpty();
        assertThat(states()).isEmpty();
        assertThat(holds.list(true)).extracting(Holds.Listed::state).containsExactly(HoldState.EXPIRED);
    }

    @Test
    void placesNoHoldThatStandsAlreadyAndNamesTheOthers() {
        String first = holds.place(MEI, Subject.merchant("M1"), "police inquiry", Optional.empty())
                .hold()
                .hold()
                .id();
        refuses(
                () -> holds.place(MEI, Subject.merchant("M1"), " police inquiry ", Optional.empty()),
                Exit.REFUSED,
                "merchant M1 is on hold already, for the same reason: " + first + " by mei; nothing was placed",
                "qingfen holds lift " + first);
        assertThat(states()).containsExactly("M1 PLACED");

        Holds.Placed other = holds.place(MEI, Subject.merchant("M1"), "tax inquiry", Optional.of(FRI));
        assertThat(other.notes())
                .singleElement()
                .asString()
                .contains("another hold on merchant M1 stands, " + first + " by mei", "qingfen holds lift " + first);
        holds.lift(MEI, first, "inquiry closed");
        assertThat(holds.place(MEI, Subject.merchant("M1"), "police inquiry", Optional.empty())
                        .notes())
                .singleElement()
                .asString()
                .contains(other.hold().hold().id() + " by mei, until 2026-02-13");
    }

    @Test
    void neverHoldsWhatIsLiftedBeforeANightSawIt() {
        String id = holds.place(MEI, Subject.merchant("M1"), "a mistake", Optional.empty())
                .hold()
                .hold()
                .id();
        holds.lift(MEI, id, "was the wrong shop");
        assertThat(night(FRI)).isEmpty();
        assertThat(holds.list(true)).extracting(Holds.Listed::state).containsExactly(HoldState.LIFTED);
    }

    @Test
    void stopsTheReleaseOfWhatWasPreparedBefore() {
        prepared("M1");
        assertThat(gate.objections(THU)).isEmpty();
        Holds.Placed placed = holds.place(MEI, Subject.merchant("M1"), "police inquiry", Optional.empty());
        assertThat(placed.notes()).singleElement().asString().contains("P20260212-M1", "payouts withdraw");
        String id = placed.hold().hold().id();
        assertThat(gate.objections(THU))
                .singleElement()
                .asString()
                .contains("P20260212-M1", "merchant M1 is on hold " + id, "police inquiry", "qingfen holds lift " + id)
                .contains("qingfen payouts withdraw P20260212-M1");
        holds.lift(MEI, id, "inquiry closed");
        assertThat(gate.objections(THU)).isEmpty();
    }

    @Test
    void letsTheReleaseGoWhenTheHoldHasExpired() {
        prepared("M2");
        holds.place(MEI, Subject.terminal("00000002"), "stolen", Optional.of(FRI));
        assertThat(gate.objections(THU)).singleElement().asString().contains("merchant M2's terminal 00000002");
        night(FRI);
        assertThat(gate.objections(THU)).hasSize(1);
        night(SAT);
        assertThat(gate.objections(THU)).isEmpty();
    }

    @Test
    void stopsTheReleaseOfEarlierPayoutsWhileACaseOfARuleIsOpen() {
        prepared("M1");
        prepared("M2");
        found("K1", "M1", true);
        found("K2", "M2", false);
        assertThat(gate.objections(THU))
                .singleElement()
                .asString()
                .contains("P20260212-M1", "merchant M1 is held by case K1 (big M1: 2.00)", "qingfen cases show K1");
        assertThat(night(FRI)).containsExactly("M1");
        assertThat(reasons(FRI)).containsExactly("M1 RISK_RULE K1 big M1: 2.00");
        jdbc.update("update review_case set state = 'APPLIED', resolution = 'DO_NOT_SETTLE', closed_on = ?", SAT);
        assertThat(gate.objections(THU)).isEmpty();
        assertThat(night(SAT)).isEmpty();
    }

    private void found(String id, String merchant, boolean holds) {
        jdbc.update(
                "insert into review_case (case_id, opened_on, state, kind, resolution, subject, merchant_id, terminal_id,"
                        + " batch_no, trace_no, rrn, currency, response_code, exposure_minor)"
                        + " values (?, ?, 'APPROVED', 'RISK_RULE', '', ?, ?, '', '', '', '', 'CNY', '', 200)",
                id,
                THU,
                "big " + merchant + ": 2.00",
                merchant);
        jdbc.update(
                "insert into risk_hit (case_id, business_date, merchant_id, rule_id, rule_kind, hold_payout, currency,"
                        + " part, whole, dates) values (?, ?, ?, 'big', 'SINGLE_AMOUNT', ?, 'CNY', 200, 1, 0)",
                id,
                THU,
                merchant,
                holds);
    }

    @ParameterizedTest
    @CsvSource({
        "false, M9, police inquiry, 2026-02-13, there is no such merchant in reference/merchants.csv",
        "true, 99999999, police inquiry, 2026-02-13, there is no such terminal in reference/terminals.csv",
        "false, M1, no, 2026-02-13, needs 3 to 500 characters",
        "false, M1, '   a   ', 2026-02-13, needs 3 to 500 characters",
        "false, M1, police inquiry, 2026-02-12, is not in the future",
    })
    void refusesWhatCannotBeMeant(boolean terminal, String id, String reason, LocalDate until, String why) {
        refuses(
                () -> holds.place(MEI, new Subject(terminal, id), reason, Optional.of(until)),
                Exit.USAGE_OR_REFERENCE,
                why);
        refuses(() -> holds.lift(MEI, "H1", "police inquiry"), Exit.USAGE_OR_REFERENCE, "There is no hold H1");
        assertThat(holds.list(true)).isEmpty();
        assertThat(audited).isEmpty();
    }

    private static void refuses(Runnable act, Exit exit, String... why) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(exit))
                .hasMessageContainingAll(why);
    }

    /** The part of a night that concerns holds. */
    private Set<String> night(LocalDate date) {
        TestBusinessDays.in(books).open(date);
        TestRisk.dayWork(books).takeOver(date);
        return held.of(Snapshots.of(date, List.of("M1", "M2")), "", "~");
    }

    private List<String> states() {
        return holds.list(false).stream()
                .map(one -> one.hold().merchantId() + " " + one.state())
                .toList();
    }

    private List<String> reasons(LocalDate date) {
        return jdbc.queryForList(
                "select merchant_id || ' ' || cause || ' ' || cause_id || ' ' || detail from position_hold"
                        + " where business_date = ?",
                String.class,
                date);
    }

    private void prepared(String merchant) {
        jdbc.update(
                "insert into payout (payout_id, business_date, merchant_id, currency, amount_minor, account_name,"
                        + " account_masked, account_cipher, bank_code, bank_name, value_date, state)"
                        + " values (?, ?, ?, 'CNY', 100, '', '', ?, '', '', ?, 'PREPARED')",
                "P20260212-" + merchant,
                THU,
                merchant,
                new byte[0],
                FRI);
    }

    private static final class Reference implements CurrentReference {
        @Override
        public Settings settings() {
            return Settings.DEFAULTS;
        }

        @Override
        public Snapshot as(LocalDate date) {
            var merchants = Snapshots.merchants(List.of("M1", "M2"));
            Terminal terminal =
                    new Terminal(0, "00000002", merchants.get(1), "POS", THU, "", Terminal.Status.ACTIVE, null);
            return Snapshots.of(date, Settings.DEFAULTS, merchants, List.of(terminal), Map.of());
        }
    }

    private final class Recorded implements Audit {
        @Override
        public void record(Actor actor, String action, String subject, String detail) {
            audited.add(actor.name() + " " + action + " " + subject + " " + detail);
        }

        @Override
        public List<String> problems() {
            return List.of();
        }
    }
}
