package io.qingfen.clearing.jdbc;

import static io.qingfen.clearing.jdbc.Desk.JUN;
import static io.qingfen.clearing.jdbc.Desk.MEI;
import static io.qingfen.clearing.jdbc.Desk.TUESDAY;
import static io.qingfen.clearing.jdbc.Desk.link;
import static io.qingfen.clearing.jdbc.Desk.proposal;
import static io.qingfen.matching.Shop.answer;
import static io.qingfen.matching.Shop.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.ledger.Move;
import io.qingfen.matching.MatchStatus;
import io.qingfen.reference.TxnType;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseSelections;
import io.qingfen.review.Effect;
import io.qingfen.review.Resolution;
import io.qingfen.review.Resolutions;
import io.qingfen.review.Situation;
import io.qingfen.review.Waiting;
import io.qingfen.run.Actor;
import io.qingfen.run.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** From the proposal to the money move: what was shown is what is booked, once. */
@OnBothDatabases
class BookingDecisionsTest {
    private final Desk desk;
    private final Random random = new Random(20260302);
    private int line;

    BookingDecisionsTest(TestDatabase database) {
        desk = new Desk(database);
    }

    /** Every kind of case, everything that can wait behind it, every resolution that fits, amounts by chance. */
    @Test
    void booksExactlyWhatEachPreviewShowed() {
        Map<String, String> shown = new TreeMap<>();
        List<String> cases = new ArrayList<>();
        for (MatchStatus status : MatchStatus.values()) {
            for (Waiting waiting : Waiting.values()) {
                for (Resolution resolution : fitting(status, waiting)) {
                    String caseId = held(status, waiting);
                    Effect preview = desk.people.decisions.preview(proposal(caseId, resolution));
                    assertThat(desk.people.decisions.propose(MEI, proposal(caseId, resolution)))
                            .isEqualTo(preview);
                    assertThat(desk.people.decisions.approve(JUN, caseId)).isEqualTo(preview);
                    preview.moves().forEach(move -> shown.put(move.key(), text(move)));
                    cases.add(caseId);
                }
            }
        }
        assertThat(cases).hasSizeGreaterThan(50);
        long suspense = sum("select sum(suspense_minor) from open_item");
        long withheld = sum("select sum(withheld_minor) from open_item");
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).containsExactlyElementsOf(shown.values());
        assertThat(cases).allSatisfy(one -> assertThat(desk.state(one)).startsWith("APPLIED"));
        assertThat(sum("select count(*) from open_item where removed_on is null"))
                .isZero();
        assertThat(sum("select sum(amount_minor) from money_move where move_key like '%|WITHHELD'"))
                .isEqualTo(withheld);
        assertThat(sum("select sum(case when debit_account like 'liabilities:suspense:%' then amount_minor else"
                        + " -amount_minor end) from money_move where move_key like '%|SUSPENSE'"))
                .isEqualTo(suspense);
    }

    private static List<Resolution> fitting(MatchStatus status, Waiting waiting) {
        if (status.caseKind() == null || waiting == Waiting.NOTHING || waiting == Waiting.REVERSAL) {
            return List.of();
        }
        return Resolutions.allowed(status.caseKind(), waiting).stream()
                .filter(one -> one != Resolution.LINK && one != Resolution.WAIT)
                .toList();
    }

    private String held(MatchStatus status, Waiting waiting) {
        boolean credit = waiting.name().startsWith("CREDIT");
        boolean completion = status.name().startsWith("COMPLETION");
        TxnType type = credit ? TxnType.REFUND : completion ? TxnType.PREAUTH_COMPLETION : TxnType.SALE;
        String code = status == MatchStatus.UNKNOWN_OUTCOME ? "" : "00";
        line++;
        Capture capture = waiting.name().contains("AUTHORIZATION")
                ? null
                : claim(line)
                        .rrn(1000 + line)
                        .trace(line)
                        .type(type)
                        .amount(1 + random.nextInt(900_000))
                        .build();
        Authorization authorization = waiting.name().contains("CAPTURE")
                ? null
                : answer(line)
                        .rrn(1000 + line)
                        .trace(line)
                        .type(type)
                        .amount(1 + random.nextInt(900_000))
                        .code(code)
                        .build();
        return desk.held(status, capture, authorization);
    }

    private static String text(Move move) {
        return move.key() + " " + move.line() + " " + move.debitAccount() + " " + move.creditAccount() + " "
                + move.amountMinor() + " " + move.currency();
    }

    private long sum(String sql) {
        return desk.jdbc
                .sql(sql)
                .query((row, no) -> row.getBigDecimal(1).longValueExact())
                .single();
    }

    private String orphanCapture() {
        return desk.held(MatchStatus.ORPHAN_CAPTURE, claim(1).amount(45_00).build(), null);
    }

    private String orphanAuthorization(int at) {
        return desk.held(
                MatchStatus.ORPHAN_AUTHORIZATION, null, answer(at).amount(45_00).build());
    }

    @Test
    void givesTheEffectOnceWhenTwoApproveAtOnce() throws Exception {
        String caseId = orphanCapture();
        desk.people.decisions.propose(MEI, proposal(caseId, Resolution.SETTLE_CAPTURED));
        ExecutorService people = Executors.newFixedThreadPool(2);
        int approved = 0;
        try {
            List<Callable<Object>> acts = List.of(
                    () -> desk.people.decisions.approve(JUN, caseId),
                    () -> desk.people.decisions.approve(new Actor("lin"), caseId));
            for (Future<Object> act : people.invokeAll(acts)) {
                try {
                    act.get();
                    approved++;
                } catch (ExecutionException second) {
                    assertThat(second.getCause()).isInstanceOf(Refusal.class);
                }
            }
        } finally {
            people.shutdown();
        }
        assertThat(approved).isEqualTo(1);
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).hasSize(1);
        desk.opens(TUESDAY.plusDays(1));
        assertThat(desk.moves(TUESDAY.plusDays(1))).isEmpty();
    }

    @Test
    void neverLetsTheMakerApproveNotEvenInTheDatabase() {
        String caseId = orphanCapture();
        desk.people.decisions.propose(MEI, proposal(caseId, Resolution.DO_NOT_SETTLE));
        assertThatThrownBy(() -> desk.people.decisions.approve(new Actor("MEI"), caseId))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("another person");
        assertThatThrownBy(() -> desk.jdbc
                        .sql("update case_proposal set state = 'APPROVED', checker = 'Mei'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> desk.jdbc
                        .sql("update case_proposal set state = 'APPROVED'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(desk.state(caseId)).isEqualTo("PROPOSED");
    }

    @Test
    void namesTheFieldsInWhichBothRecordsDifferAndNoOthers() {
        String caseId = desk.held(
                MatchStatus.AMOUNT_MISMATCH,
                claim(1).amount(45_00).build(),
                answer(1).amount(54_00).build());
        List<Situation.Field> fields = desk.effects.of(caseId).fields();
        assertThat(fields).hasSizeGreaterThan(8);
        assertThat(fields)
                .filteredOn(Situation.Field::differs)
                .containsExactly(new Situation.Field("amount", "45.00", "54.00"));
    }

    /** A page may be old: meanwhile the maker took the proposal back and made another one. */
    @Test
    void approvesNoOtherProposalThanTheOneThatWasLookedAt() {
        String caseId = orphanCapture();
        desk.people.decisions.propose(MEI, proposal(caseId, Resolution.DO_NOT_SETTLE));
        String seen = desk.people.decisions.standing(caseId).orElseThrow().key();
        desk.people.decisions.reject(MEI, caseId, "something else");
        desk.people.decisions.propose(MEI, proposal(caseId, Resolution.SETTLE_CAPTURED));
        assertThatThrownBy(() -> desk.people.decisions.approve(JUN, caseId, seen))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("another proposal than the one you looked at: SETTLE_CAPTURED by mei");
        assertThat(desk.state(caseId)).isEqualTo("PROPOSED");
        Effect booking = desk.people.decisions.booking(caseId).orElseThrow();
        String now = desk.people.decisions.standing(caseId).orElseThrow().key();
        assertThat(desk.people.decisions.approve(JUN, caseId, now)).isEqualTo(booking);
        assertThat(booking.moves()).isNotEmpty();
    }

    @Test
    void voidsTheProposalOfACaseThatClearsItself() {
        String caseId = orphanCapture();
        desk.people.decisions.propose(MEI, proposal(caseId, Resolution.SETTLE_CAPTURED));
        desk.selfClears(caseId);
        assertThat(desk.state(caseId)).isEqualTo("SELF_CLEARED SELF_CLEARED");
        assertThat(desk.proposalState(caseId)).isEqualTo("VOIDED");
        assertThatThrownBy(() -> desk.people.decisions.approve(JUN, caseId)).isInstanceOf(Refusal.class);
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).isEmpty();
    }

    @Test
    void freesTheOtherCaseWhenOneOfALinkClearsItself() {
        String capture = orphanCapture();
        String authorization = orphanAuthorization(2);
        desk.decided(link(capture, authorization));
        assertThat(desk.state(authorization)).isEqualTo("APPROVED");
        desk.selfClears(authorization);
        assertThat(desk.state(capture)).isEqualTo("OPEN");
        desk.opens(TUESDAY);
        assertThat(desk.moves(TUESDAY)).isEmpty();
        assertThat(desk.people.decisions.history(capture))
                .extracting(act -> act.action())
                .containsExactly("PROPOSED", "APPROVED", "VOIDED");
    }

    @Test
    void voidsWhatIsNoLongerWhatWasApproved() {
        String caseId = orphanAuthorization(2);
        desk.decided(proposal(caseId, Resolution.SETTLE_AUTHORIZED));
        desk.jdbc.sql("update open_item set suspense_minor = 44").update();
        desk.opens(TUESDAY);
        assertThat(desk.state(caseId)).isEqualTo("OPEN");
        assertThat(desk.proposalState(caseId)).isEqualTo("VOIDED");
        assertThat(desk.moves(TUESDAY)).isEmpty();
    }

    /** A sum is of one currency: the filter chooses it. */
    @Test
    void proposesManyCasesOfTheCurrencyThatIsAskedFor() {
        String yuan = orphanAuthorization(2);
        String dollars = orphanAuthorization(3);
        desk.jdbc
                .sql("update review_case set currency = 'HKD' where case_id = ?")
                .param(dollars)
                .update();
        CaseSelections selections = desk.people.selections;
        assertThatThrownBy(() -> selections.propose(
                        MEI, orphans(Optional.empty()), Resolution.DO_NOT_SETTLE, Optional.empty(), "seen"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("several currencies (CNY, HKD)")
                .hasMessageContaining("choose one with --currency CNY");
        CaseSelections.Selection selection = selections.propose(
                MEI, orphans(Optional.of("HKD")), Resolution.DO_NOT_SETTLE, Optional.empty(), "seen");
        assertThat(selection.count()).isEqualTo(1);
        assertThat(selection.currency().code()).isEqualTo("HKD");
        assertThat(desk.state(dollars)).isEqualTo("PROPOSED");
        assertThat(desk.state(yuan)).isEqualTo("OPEN");
    }

    private static CaseQueue.Filter orphans(Optional<String> currency) {
        return new CaseQueue.Filter(
                Optional.empty(),
                Optional.of(CaseKind.ORPHAN_AUTHORIZATION),
                Optional.empty(),
                CaseQueue.Filter.OPEN,
                100,
                Optional.empty(),
                Optional.empty(),
                currency);
    }

    @Test
    void approvesASelectionWholeAndUnchangedOrNotAtAll() {
        String one = desk.held(
                MatchStatus.ORPHAN_AUTHORIZATION,
                null,
                answer(2).rrn(2).amount(10_00).build());
        String other = desk.held(
                MatchStatus.ORPHAN_AUTHORIZATION,
                null,
                answer(3).rrn(3).amount(20_00).build());
        CaseQueue.Filter orphans = new CaseQueue.Filter(
                Optional.empty(),
                Optional.of(CaseKind.ORPHAN_AUTHORIZATION),
                Optional.empty(),
                CaseQueue.Filter.OPEN,
                100);
        CaseSelections selections = desk.people.selections;
        CaseSelections.Selection selection =
                selections.propose(MEI, orphans, Resolution.DO_NOT_SETTLE, Optional.empty(), "seen");
        assertThat(selection.count()).isEqualTo(2);
        assertThat(selection.exposureMinor()).isEqualTo(30_00);
        assertThat(selections.waiting()).singleElement().satisfies(standing -> {
            assertThat(standing.selection()).isEqualTo(selection);
            assertThat(standing.left()).isEqualTo(2);
            assertThat(standing.comment()).isEqualTo("seen");
        });
        desk.selfClears(one);
        assertThatThrownBy(() -> selections.approve(JUN, selection.id(), 2, "30.00"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("case " + one + " is SELF_CLEARED now");
        assertThat(desk.state(other)).isEqualTo("PROPOSED");
        selections.reject(JUN, selection.id(), "one has changed");
        assertThat(desk.state(other)).isEqualTo("OPEN");
        CaseSelections.Selection again =
                selections.propose(MEI, orphans, Resolution.DO_NOT_SETTLE, Optional.empty(), "seen");
        selections.approve(JUN, again.id(), 1, "20.00");
        desk.opens(TUESDAY);
        assertThat(desk.state(other)).isEqualTo("APPLIED DO_NOT_SETTLE");
    }
}
