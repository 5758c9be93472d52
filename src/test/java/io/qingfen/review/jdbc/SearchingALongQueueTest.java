package io.qingfen.review.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.AskedManyTimes;
import io.qingfen.TestDatabase;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseQueue.Item;
import io.qingfen.review.CaseState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a page of the queue takes on PostgreSQL. Every build asks a short queue; {@code mvn test
 * -Dtest=SearchingALongQueueTest -Dqingfen.queue=100000} the one that was promised, and prints what it measured.
 */
class SearchingALongQueueTest {
    private static final int CASES = Integer.getInteger("qingfen.queue", 2_000);
    private static final int ROUNDS = 60;
    private static final int PAGE = 201;

    private final DataSource books = TestDatabase.POSTGRESQL.fresh();
    private final JdbcClient jdbc = JdbcClient.create(books);
    private final CaseQueue queue = new StoredCaseQueue(jdbc);

    /** Four of five wait; thirty dates, 5,000 merchants, amounts that often are the same. */
    private void fill() {
        jdbc.sql("""
                insert into review_case (case_id, opened_on, state, kind, resolution, subject, merchant_id, terminal_id,
                       batch_no, trace_no, rrn, captured_minor, authorized_minor, currency, response_code,
                       exposure_minor, capture_file, capture_line, authorization_file, authorization_line, assignee)
                select 'K' || lpad(cast(n as varchar), 20, '0'), date '2026-03-01' + n % 30,
                       case when n % 5 = 0 then 'APPLIED' when n % 5 = 1 then 'PROPOSED' else 'OPEN' end,
                       case n % 3 when 0 then 'ORPHAN_CAPTURE' when 1 then 'ORPHAN_AUTHORIZATION' else 'AMOUNT_MISMATCH' end,
                       '', 'S' || n, 'M' || n % 5000, 'T' || n % 20000, '000001', lpad(cast(n % 1000000 as varchar), 6, '0'),
                       lpad(cast(n as varchar), 12, '0'), n % 997 * 100, null,
                       case when n % 50 = 0 then 'HKD' else 'CNY' end, '', n % 997 * 100, null, null, null, null,
                       case when n % 100 = 0 then 'li.na' else '' end
                  from generate_series(1, ?) n
                """).param(CASES).update();
        jdbc.sql("analyze review_case").update();
    }

    private static Filter filter(
            Optional<LocalDate> date,
            Optional<CaseKind> kind,
            Optional<String> merchant,
            Optional<String> assignee,
            Optional<String> words,
            Optional<String> after) {
        return new Filter(
                date,
                kind,
                merchant,
                Filter.OPEN,
                PAGE,
                Optional.empty(),
                assignee,
                Optional.empty(),
                words,
                after,
                none());
    }

    private static Filter all(Optional<String> after) {
        return filter(none(), none(), none(), none(), none(), after);
    }

    private static <T> Optional<T> none() {
        return Optional.empty();
    }

    private static AskedManyTimes<Filter> questions() {
        AskedManyTimes<Filter> questions = new AskedManyTimes<>("a queue of " + CASES + " cases", ROUNDS);
        questions.put("what waits", n -> all(none()));
        questions.put("the page behind a case", n -> all(Optional.of("K" + "%020d".formatted(1 + n * 31 % CASES))));
        questions.put(
                "of one kind",
                n -> filter(none(), Optional.of(CaseKind.ORPHAN_CAPTURE), none(), none(), none(), none()));
        questions.put(
                "of one date",
                n -> filter(Optional.of(LocalDate.of(2026, 3, 1 + n % 30)), none(), none(), none(), none(), none()));
        questions.put("of one merchant", n -> filter(none(), none(), Optional.of("M" + n), none(), none(), none()));
        questions.put("what may resolve itself", n -> all(none()).expecting(Optional.of(true)));
        questions.put("what wants a person", n -> all(none()).expecting(Optional.of(false)));
        questions.put("of one person", n -> filter(none(), none(), none(), Optional.of("li.na"), none(), none()));
        questions.put(
                "a reference",
                n -> filter(none(), none(), none(), none(), Optional.of("%012d".formatted(2 + n * 5)), none()));
        questions.put("a terminal", n -> filter(none(), none(), none(), none(), Optional.of("T" + n), none()));
        questions.put("nothing", n -> filter(none(), none(), none(), none(), Optional.of("unknown"), none()));
        return questions;
    }

    @Test
    void answersAPageWithinTheTimeThatWasPromised() {
        fill();
        Map<String, Integer> found =
                questions().within500Millis(filter -> queue.list(filter).size());
        assertThat(found).containsEntry("nothing", 0).containsEntry("what waits", PAGE);
    }

    /** Page by page everything comes once, in the order of the whole list. */
    @Test
    void turnsThePagesWithoutLosingOrRepeatingACase() {
        fill();
        List<String> paged = new ArrayList<>();
        Optional<String> after = Optional.empty();
        List<Item> page = queue.list(all(after));
        while (!page.isEmpty() && paged.size() <= CASES) {
            page.forEach(one -> paged.add(one.id()));
            page = queue.list(all(Optional.of(page.get(page.size() - 1).id())));
        }
        Filter whole = all(none()).in(Set.of(CaseState.OPEN, CaseState.PROPOSED, CaseState.APPROVED), CASES);
        assertThat(paged)
                .hasSize(CASES / 5 * 4)
                .isEqualTo(queue.list(whole).stream().map(Item::id).toList());
    }
}
