package io.qingfen.review.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.bulk.jdbc.TestBulkLoad;
import io.qingfen.review.Case;
import io.qingfen.review.CaseKind;
import io.qingfen.review.Cases;
import io.qingfen.review.Cases.SelfClosing;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnBothDatabases
class KeepingCasesTest {
    private static final LocalDate FRI_2026_02_13 = LocalDate.of(2026, 2, 13);

    private final JdbcClient jdbc;
    private final Cases cases;
    private final TransactionTemplate transaction;

    KeepingCasesTest(TestDatabase database) {
        DataSource dataSource = database.fresh();
        jdbc = JdbcClient.create(dataSource);
        cases = TestCases.in(dataSource, TestBulkLoad.on(dataSource, database.dialect()));
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    @Test
    void keepsEverythingThatACaseSays() {
        open(new Case(
                FRI_2026_02_13,
                CaseKind.AMOUNT_MISMATCH,
                "C20260213-01-7",
                "M1",
                "T0000001",
                "000001",
                "000007",
                "010013800001",
                70_00L,
                71_00L,
                "CNY",
                "00",
                71_00,
                1,
                7,
                2,
                9));
        assertThat(jdbc.sql("select * from review_case").query().singleRow())
                .containsEntry("state", "OPEN")
                .containsEntry("resolution", "")
                .containsEntry("closed_on", null)
                .containsEntry("captured_minor", 70_00L)
                .containsEntry("authorized_minor", 71_00L)
                .containsEntry("capture_line", 7)
                .containsEntry("authorization_file", 2);
    }

    @Test
    void leavesAmountsAndSourcesEmptyThatACaseDoesNotHave() {
        open(watch(FRI_2026_02_13, CaseKind.FAILING_TERMINAL));
        assertThat(jdbc.sql("select * from review_case").query().singleRow())
                .containsEntry("captured_minor", null)
                .containsEntry("capture_file", null)
                .containsEntry("authorization_line", null);
    }

    @Test
    void opensTheSameCaseOnce() {
        Case one = watch(FRI_2026_02_13, CaseKind.FAILING_TERMINAL);
        open(one, one);
        open(one);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void doesNotOpenAClosedCaseAgain() {
        Case one = watch(FRI_2026_02_13, CaseKind.ORPHAN_CAPTURE);
        open(one);
        close(SelfClosing.SELF_CLEARED, FRI_2026_02_13, one.id());
        open(one);
        assertThat(state(one)).isEqualTo("SELF_CLEARED SELF_CLEARED 2026-02-13");
    }

    @ParameterizedTest
    @EnumSource(SelfClosing.class)
    void saysWhyACaseClosedByItself(SelfClosing why) {
        Case one = watch(FRI_2026_02_13, CaseKind.ORPHAN_CAPTURE);
        open(one);
        close(why, FRI_2026_02_13.plusDays(1), one.id());
        assertThat(state(one)).isEqualTo("SELF_CLEARED " + why + " 2026-02-14");
    }

    @Test
    void leavesAloneWhatIsClosedOrUnknown() {
        Case one = watch(FRI_2026_02_13, CaseKind.ORPHAN_CAPTURE);
        open(one);
        assertThat(close(SelfClosing.REVERSED, FRI_2026_02_13, one.id(), "K-unknown"))
                .isEqualTo(1);
        assertThat(close(SelfClosing.SELF_CLEARED, FRI_2026_02_13.plusDays(1), one.id()))
                .isZero();
        assertThat(state(one)).isEqualTo("SELF_CLEARED REVERSED 2026-02-13");
    }

    @Test
    void opensAndClosesManyAtOnce() {
        List<Case> many = IntStream.range(0, 5_001)
                .mapToObj(no -> Case.about(FRI_2026_02_13, CaseKind.ORPHAN_CAPTURE, "item " + no, "M1", "", ""))
                .toList();
        open(many.toArray(Case[]::new));
        assertThat(count()).isEqualTo(5_001);
        close(
                SelfClosing.SELF_CLEARED,
                FRI_2026_02_13,
                many.stream().map(Case::id).toArray(String[]::new));
        assertThat(jdbc.sql("select count(*) from review_case where closed_on is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    void closesWhatAgedWithoutMoneyAtStake(CaseKind kind) {
        Case old = watch(FRI_2026_02_13.minusDays(30), kind);
        Case younger = watch(FRI_2026_02_13.minusDays(29), kind);
        open(old, younger);
        transaction.executeWithoutResult(status -> cases.closeAged(FRI_2026_02_13.minusDays(30), FRI_2026_02_13));
        assertThat(state(old)).isEqualTo(kind.atStake() ? "OPEN  null" : "SELF_CLEARED AGED_OUT 2026-02-13");
        assertThat(state(younger)).isEqualTo("OPEN  null");
    }

    @Test
    void doesNotCloseACaseThatSomebodyWorksOn() {
        Case old = watch(FRI_2026_02_13.minusDays(40), CaseKind.FAILING_TERMINAL);
        open(old);
        jdbc.sql("update review_case set state = 'PROPOSED'").update();
        transaction.executeWithoutResult(status -> cases.closeAged(FRI_2026_02_13.minusDays(30), FRI_2026_02_13));
        assertThat(state(old)).startsWith("PROPOSED");
    }

    private static Case watch(LocalDate openedOn, CaseKind kind) {
        return Case.about(openedOn, kind, "T0000001", "M1", "T0000001", "");
    }

    private void open(Case... opened) {
        transaction.executeWithoutResult(status -> cases.open(List.of(opened)));
    }

    private int close(SelfClosing why, LocalDate on, String... ids) {
        return transaction.execute(status -> cases.selfClose(List.of(ids), why, on));
    }

    private long count() {
        return jdbc.sql("select count(*) from review_case").query(Long.class).single();
    }

    private String state(Case one) {
        return jdbc.sql("select state, resolution, closed_on from review_case where case_id = ?")
                .param(one.id())
                .query((row, no) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }
}
