package io.qingfen.adjustments.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.adjustments.Adjustment;
import io.qingfen.adjustments.AdjustmentState;
import io.qingfen.adjustments.Adjustments;
import io.qingfen.adjustments.Adjustments.Request;
import io.qingfen.adjustments.jdbc.TestAdjustments;
import io.qingfen.ledger.Move;
import io.qingfen.money.Currency;
import io.qingfen.reference.CardType;
import io.qingfen.reference.Channel;
import io.qingfen.reference.TxnType;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.DayComparison;
import io.qingfen.repricing.Repriced;
import io.qingfen.repricing.Sale;
import io.qingfen.run.Actor;
import io.qingfen.run.Audit;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Notice;
import io.qingfen.run.Refusal;
import io.qingfen.run.jdbc.TestBusinessDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Adjustments in the tables of both databases; the comparison is that of a test: each merchant sold once for 100.00. */
@OnBothDatabases
class DecidingOnAdjustmentsTest {
    private static final LocalDate MON = LocalDate.of(2026, 3, 2);
    private static final LocalDate TUE = MON.plusDays(1);
    private static final LocalDate WED = MON.plusDays(2);
    private static final Actor MEI = new Actor("mei");
    private static final Actor LI = new Actor("li");

    private final List<Notice> told = new ArrayList<>();
    private final DataSource books;
    private final JdbcTemplate jdbc;
    private final Adjustments adjustments;
    private final List<String> audited = new ArrayList<>();
    private final List<Move> moved = new ArrayList<>();
    /** What the other plans charge each merchant on each date; 0.38 is booked. */
    private final Map<String, Long> others = new TreeMap<>(Map.of("M1", 30L, "M2", 40L, "M3", 38L));

    @TempDir
    Path folder;

    private Path plans;

    DecidingOnAdjustmentsTest(TestDatabase database) {
        books = database.fresh();
        jdbc = new JdbcTemplate(books);
        BusinessDays days = TestBusinessDays.in(books);
        for (LocalDate date : List.of(MON, TUE)) {
            days.open(date);
            days.close(date);
        }
        adjustments = new AdjustingFees(
                (from, to, file, each) -> {
                    Comparison comparison = new Comparison(from, to);
                    from.datesUntil(to.plusDays(1)).map(this::day).forEach(day -> {
                        each.accept(day);
                        comparison.add(day);
                    });
                    return comparison;
                },
                TestAdjustments.rows(books),
                new Recorded(),
                List.of(told::add),
                new JdbcTransactionManager(books));
    }

    @BeforeEach
    void aFileOfPlans() throws IOException {
        plans = Files.writeString(folder.resolve("plans.yml"), "plans: []\n");
    }

    private DayComparison day(LocalDate date) {
        DayComparison day = new DayComparison(date);
        others.forEach((merchant, other) -> day.add(
                new Sale(
                        date,
                        merchant,
                        Currency.CNY,
                        TxnType.SALE,
                        Channel.UNIONPAY,
                        CardType.DEBIT,
                        "05",
                        10_000,
                        38,
                        "qr",
                        1,
                        1),
                new Repriced(other, "flat", Optional.empty())));
        return day;
    }

    @Test
    void isBookedOnceByTheNightThatFollowsTheApproval() {
        String id = proposed(MON, TUE);
        assertThat(told).extracting(Notice::kind).containsExactly(Notice.Kind.WAITING_FOR_APPROVAL);
        assertThat(told.get(0).text()).startsWith("adjustment " + id + " of mei; another person looks: ");
        assertThat(night(WED)).as("nobody approved it").isEmpty();
        adjustments.approve(LI, id);
        assertThat(moved).as("nothing is booked by day").isEmpty();
        assertThat(night(WED))
                .containsExactly(
                        "ADJUSTMENT|" + id + "|MERCHANT_FEES|M1|CNY 16",
                        "ADJUSTMENT|" + id + "|MERCHANT_FEES|M2|CNY -4");
        assertThat(state(id)).isEqualTo(AdjustmentState.APPLIED);
        assertThat(adjustments.list(true).get(0).adjustment().businessDate()).isEqualTo(WED);
        assertThat(night(WED.plusDays(1))).as("the night after").isEmpty();
        assertThat(adjustments.list(false)).isEmpty();
        assertThat(audited).hasSize(2);
        assertThat(audited.get(0))
                .startsWith("mei adjustments.propose ")
                .contains("2026-03-02 to 2026-03-03", "2 merchants, 0.04 CNY from merchants, 0.16 CNY to merchants");
        assertThat(audited.get(1)).startsWith("li adjustments.approve " + id + " proposed by mei");
    }

    @Test
    void keepsThePlansAndEveryFeeOfItsMerchants() {
        String id = proposed(MON, TUE);
        Adjustments.Shown shown = adjustments.show(id);
        Adjustment adjustment = shown.described().adjustment();
        assertThat(adjustment.basis().planSha256()).isEqualTo(Adjustment.sha256("plans: []\n".getBytes()));
        assertThat(jdbc.queryForObject("select plan_content from adjustment", byte[].class))
                .isEqualTo("plans: []\n".getBytes());
        assertThat(shown.lines()).hasSize(4);
        assertThat(Adjustment.digest(adjustment.basis(), shown.lines())).isEqualTo(adjustment.digest());
        assertThat(shown.described().fees())
                .extracting(fees -> fees.merchantId() + " " + fees.signedMinor())
                .containsExactly("M1 16", "M2 -4");
    }

    /** Every act in every state: only the ways of {@link AdjustmentState} are open. */
    @ParameterizedTest
    @EnumSource(AdjustmentState.class)
    void everyOtherActIsRefused(AdjustmentState state) {
        for (AdjustmentState next : EnumSet.complementOf(EnumSet.of(AdjustmentState.PROPOSED))) {
            String id = inState(state);
            boolean done = becomes(id, next);
            assertThat(done).as(state + " to " + next).isEqualTo(state.mayBecome(next));
            assertThat(state(id)).isEqualTo(done ? next : state);
            jdbc.update("delete from adjustment_line");
            jdbc.update("delete from adjustment");
        }
    }

    private String inState(AdjustmentState state) {
        String id = proposed(MON, MON);
        switch (state) {
            case APPROVED -> assertThat(becomes(id, state)).isTrue();
            case APPLIED -> {
                adjustments.approve(LI, id);
                night(WED);
            }
            case REJECTED, WITHDRAWN -> assertThat(becomes(id, state)).isTrue();
            case PROPOSED -> {}
        }
        return id;
    }

    private boolean becomes(String id, AdjustmentState next) {
        try {
            switch (next) {
                case APPROVED -> adjustments.approve(LI, id);
                case REJECTED -> adjustments.reject(LI, id, "not so");
                case WITHDRAWN -> adjustments.withdraw(MEI, id, "not so");
                case APPLIED -> {
                    return !night(TUE).isEmpty();
                }
                case PROPOSED -> throw new IllegalArgumentException();
            }
            return true;
        } catch (Refusal refused) {
            assertThat(refused.exit()).isEqualTo(Exit.REFUSED);
            assertThat(refused.getMessage()).contains(id);
            return false;
        }
    }

    @Test
    void needsAnotherPersonWhateverTheCaseOfTheName() {
        String id = proposed(MON, MON);
        refuses(() -> adjustments.approve(new Actor("Mei"), id), Exit.REFUSED, "another person has to approve");
        refuses(() -> adjustments.reject(MEI, id, "not so"), Exit.REFUSED, "another person has to reject");
        refuses(() -> adjustments.withdraw(LI, id, "not so"), Exit.REFUSED, "only its maker mei");
        assertThatThrownBy(() -> jdbc.update("update adjustment set state = 'APPROVED', checker = 'MEI'"))
                .as("the database refuses it too")
                .isInstanceOf(DataIntegrityViolationException.class);
        adjustments.approve(LI, id);
        adjustments.withdraw(new Actor("wang"), id, "contract not signed");
        assertThat(night(WED)).isEmpty();
    }

    @Test
    void isNotApprovedWhenAFigureIsAnotherNow() {
        String id = proposed(MON, TUE);
        others.put("M1", 31L);
        refuses(() -> adjustments.approve(LI, id), Exit.REFUSED, "its figures are others now");
        others.put("M1", 30L);
        others.put("M3", 37L);
        refuses(() -> adjustments.approve(LI, id), Exit.REFUSED, "nothing is approved");
        assertThat(state(id)).isEqualTo(AdjustmentState.PROPOSED);
        assertThat(audited).hasSize(1);
        others.put("M3", 38L);
        adjustments.approve(LI, id);
        assertThat(state(id)).isEqualTo(AdjustmentState.APPROVED);
    }

    @Test
    void adjustsTheFeesOfADateOnce() throws IOException {
        String id = proposed(MON, MON, "M1");
        refuses(
                () -> propose(MON, MON),
                Exit.REFUSED,
                "merchant M1: its fees of 2026-03-02 in CNY are adjusted by " + id
                        + " already (2026-03-02, the same plans" + " plans.yml, proposed by mei, PROPOSED by mei)");
        Files.writeString(plans, "plans: [] # others\n");
        refuses(() -> propose(MON, TUE, "M1"), Exit.REFUSED, "other plans plans.yml");
        assertThat(adjustments.list(true))
                .as("a refused proposal leaves nothing")
                .hasSize(1);
        assertThat(jdbc.queryForObject("select count(*) from adjustment_line", Long.class))
                .isEqualTo(1);
        proposed(MON, MON, "M2");
        proposed(TUE, TUE, "M1");
        adjustments.reject(LI, id, "plan of another contract");
        String again = proposed(MON, MON, "M1");
        adjustments.approve(LI, again);
        night(WED);
        refuses(() -> propose(MON, MON, "M1"), Exit.REFUSED, "APPLIED on 2026-03-04");
    }

    @Test
    void waitsForADateThatIsRunAgain() {
        jdbc.update("update business_day set state = 'SUPERSEDING' where business_date = ?", TUE);
        refuses(() -> propose(MON, TUE), Exit.REFUSED, "is being run again at this moment");
        assertThat(adjustments.list(true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "no, M1, plans.yml, needs 3 to 500 characters",
        "'  a  ', M1, plans.yml, needs 3 to 500 characters",
        "card 6222021234567890123, M1, plans.yml, full number of a card",
        "contract, 'M 1', plans.yml, is not a merchant id",
        "contract, M3, plans.yml, has the same fees under plans.yml",
        "contract, M9, plans.yml, has the same fees under plans.yml",
        "contract, M1, none.yml, cannot be read",
    })
    void refusesWhatCannotBeMeant(String reason, String merchant, String file, String why) {
        refuses(
                () -> adjustments.propose(
                        MEI, new Request(MON, MON, folder.resolve(file), Set.of(merchant), reason), day -> {}),
                Exit.USAGE_OR_REFERENCE,
                why);
        refuses(() -> adjustments.approve(LI, "J1"), Exit.USAGE_OR_REFERENCE, "There is no adjustment J1");
        assertThat(adjustments.list(true)).isEmpty();
        assertThat(audited).isEmpty();
    }

    @Test
    void refusesToProposeNothing() {
        others.replaceAll((merchant, other) -> 38L);
        refuses(() -> propose(MON, TUE), Exit.REFUSED, "there is nothing to adjust");
    }

    private static void refuses(Runnable act, Exit exit, String why) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(exit))
                .hasMessageContaining(why);
    }

    private String proposed(LocalDate from, LocalDate to, String... merchants) {
        return propose(from, to, merchants).proposal().adjustment().id();
    }

    private Adjustments.Proposed propose(LocalDate from, LocalDate to, String... merchants) {
        return adjustments.propose(
                MEI, new Request(from, to, plans, Set.of(merchants), "the contract says so"), day -> {});
    }

    private AdjustmentState state(String id) {
        return adjustments.show(id).described().adjustment().state();
    }

    /** The part of a night that concerns adjustments. @return what it moves, + is owed to the merchant */
    private List<String> night(LocalDate date) {
        moved.clear();
        TestAdjustments.dayWork(books, moved::addAll).takeOver(date);
        return moved.stream()
                .filter(move -> move.businessDate().equals(date))
                .map(move -> move.key() + " " + move.signedMinor())
                .toList();
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
