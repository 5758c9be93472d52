package io.qingfen.review.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.control.jdbc.SampleNight;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseQueue.Item;
import io.qingfen.review.CaseState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class ReadingTheQueueTest {
    private static final int PLENTY = 100;

    private final JdbcClient jdbc;
    private final CaseQueue queue;

    ReadingTheQueueTest(TestDatabase database) {
        DataSource dataSource = database.fresh();
        SampleNight.in(dataSource, database);
        jdbc = JdbcClient.create(dataSource);
        queue = new StoredCaseQueue(jdbc);
    }

    @Test
    void listsWhatIsOpenWithMostMoneyTimesDaysFirst() {
        jdbc.sql("update review_case set exposure_minor = 100, opened_on = date '2026-02-13'")
                .update();
        jdbc.sql("update review_case set exposure_minor = 301 where case_id = 'K-C9'")
                .update();
        jdbc.sql("update review_case set opened_on = date '2026-02-11' where case_id = 'K-B2'")
                .update();
        jdbc.sql("update review_case set opened_on = date '2026-02-14' where case_id = 'K-A1'")
                .update();
        jdbc.sql("update review_case set exposure_minor = 0, opened_on = date '2025-02-11' where case_id = 'K-A13'")
                .update();
        List<String> onFriday = List.of("K-C9", "K-B2", "K-A10", "K-C0", "K-C7", "K-A1", "K-A13");
        assertThat(jdbc.sql("select max(business_date) from business_day")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(ids(open())).as("3.01 for one day before 1.00 for three").isEqualTo(onFriday);
        jdbc.sql("update review_case set exposure_minor = 299 where case_id = 'K-C9'")
                .update();
        assertThat(ids(open())).startsWith("K-B2", "K-C9");
    }

    @Test
    void turnsItsPagesInTheSameOrder() {
        List<String> turned = new ArrayList<>();
        Optional<String> after = none();
        for (int page = 0; page < 4; page++) {
            List<String> two = ids(
                    new Filter(none(), none(), none(), Filter.OPEN, 2, none(), none(), none(), none(), after, none()));
            turned.addAll(two);
            after = Optional.of(turned.get(turned.size() - 1));
        }
        assertThat(turned).hasSize(7).isEqualTo(ids(open()));
    }

    @Test
    void listsClosedCasesWhenAsked() {
        assertThat(ids(new Filter(none(), none(), none(), Filter.ANY, PLENTY))).contains("K-A2");
        assertThat(ids(new Filter(none(), none(), none(), Set.of(CaseState.SELF_CLEARED), PLENTY)))
                .containsExactly("K-A2");
    }

    @Test
    void filtersByDateKindAndMerchant() {
        LocalDate thursday = SampleNight.THU_2026_02_12;
        assertThat(ids(new Filter(Optional.of(thursday), none(), none(), Filter.OPEN, PLENTY)))
                .containsExactly("K-A1", "K-C0");
        assertThat(ids(new Filter(none(), Optional.of(CaseKind.ORPHAN_CAPTURE), none(), Filter.OPEN, PLENTY)))
                .containsExactly("K-C0", "K-C9");
        assertThat(ids(new Filter(none(), none(), Optional.of("M4"), Filter.OPEN, PLENTY)))
                .containsExactly("K-A13");
    }

    @Test
    void filtersByCurrency() {
        jdbc.sql("update review_case set currency = 'HKD' where case_id in ('K-C0', 'K-B2')")
                .update();
        assertThat(ids(in("HKD"))).containsExactlyInAnyOrder("K-C0", "K-B2");
        assertThat(ids(in("CNY"))).doesNotContain("K-C0", "K-B2").contains("K-C7");
    }

    private static Filter in(String currency) {
        return new Filter(
                none(), none(), none(), Filter.OPEN, PLENTY, Optional.empty(), Optional.empty(), Optional.of(currency));
    }

    @Test
    void listsNoMoreThanAsked() {
        assertThat(ids(new Filter(none(), none(), none(), Filter.OPEN, 2))).containsExactly("K-A1", "K-C7");
    }

    @Test
    void showsWhereBothRecordsStand() {
        jdbc.sql("update review_case set capture_file = 1, capture_line = 11, authorization_file = 2,"
                        + " authorization_line = 6, captured_minor = 7000, authorized_minor = 7100"
                        + " where case_id = 'K-C7'")
                .update();
        assertThat(queue.find("K-C7")).hasValueSatisfying(item -> {
            assertThat(item.captureSource()).isEqualTo("terminal-batches_20260213_01.csv:11");
            assertThat(item.authorizationSource()).isEqualTo("authorizations_20260213_01.csv:6");
            assertThat(item.capturedMinor()).isEqualTo(70_00);
            assertThat(item.subject()).isEqualTo("C7");
            assertThat(item.closedOn()).isNull();
        });
        assertThat(queue.find("K-C9")).hasValueSatisfying(item -> {
            assertThat(item.captureSource()).isEmpty();
            assertThat(item.authorizedMinor()).isNull();
        });
        assertThat(queue.find("K-unknown")).isEmpty();
    }

    @Test
    void whatMayResolveItselfStandsApartUntilItsLastDate() {
        assertThat(ids(open().expecting(Optional.of(true)))).containsExactly("K-A1", "K-C0", "K-A10", "K-C9", "K-A13");
        assertThat(ids(open().expecting(Optional.of(false)))).containsExactly("K-C7", "K-B2");
        assertThat(queue.count(open())).isEqualTo(7);
        assertThat(queue.count(open().expecting(Optional.of(true)))).isEqualTo(5);
        assertThat(queue.find("K-C0").orElseThrow().expectedUntil()).isEqualTo(LocalDate.of(2026, 2, 15));
        assertThat(queue.find("K-C7").orElseThrow().expectedUntil()).isNull();
        jdbc.sql("update business_day set business_date = date '2026-02-15', state = 'CLOSED' where state = 'OPEN'")
                .update();
        assertThat(ids(open().expecting(Optional.of(true)))).containsExactly("K-A10", "K-C9", "K-A13");
        assertThat(queue.find("K-C0").orElseThrow().expectedUntil()).isNull();
    }

    @Test
    void whatSomebodyProposedOrWhatIsDoneDoesNotResolveItself() {
        jdbc.sql("update review_case set state = 'PROPOSED' where case_id = 'K-C9'")
                .update();
        jdbc.sql("update open_item set removed_on = date '2026-02-13' where item_id = 'A13'")
                .update();
        assertThat(ids(open().expecting(Optional.of(true)))).containsExactly("K-A1", "K-C0", "K-A10");
        assertThat(queue.count(open().in(Filter.ANY, 1).expecting(Optional.of(true))))
                .isEqualTo(3);
    }

    private static Filter open() {
        return new Filter(none(), none(), none(), Filter.OPEN, PLENTY);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private List<String> ids(Filter filter) {
        return queue.list(filter).stream().map(Item::id).toList();
    }
}
