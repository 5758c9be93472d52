package io.qingfen.review.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.AskedManyTimes;
import io.qingfen.OnBothDatabases;
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
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long a page of the queue takes, and the counts above it. Every build asks a short queue; {@code mvn test
 * -Dtest=SearchingALongQueueTest -Dqingfen.queue=100000} the one that was promised on PostgreSQL, and one of 20,000 on H2,
 * and prints what it measured.
 */
@OnBothDatabases
class SearchingALongQueueTest {
    private static final int SHORT = 2_000;
    private static final int ASKED = Integer.getInteger("qingfen.queue", SHORT);

    /** Above 40,000 rows for each GB of memory H2 sorts on disk. */
    private static final int MOST_EMBEDDED = 20_000;

    private static final int ROUNDS = ASKED > SHORT ? 60 : 10;
    private static final int PAGE = 201;

    /** The last of 31 dates is closed; items take part in matching for five days. */
    private static final int FIRST_DAY_THAT_STILL_JOINS = 26;

    private final TestDatabase database;
    private final int cases;
    private final JdbcClient jdbc;
    private final CaseQueue queue;
    private final AskedManyTimes<IntSupplier> questions;

    SearchingALongQueueTest(TestDatabase database) {
        this.database = database;
        this.cases = database == TestDatabase.H2 ? Math.min(ASKED, MOST_EMBEDDED) : ASKED;
        this.jdbc = JdbcClient.create(database.fresh());
        this.queue = new StoredCaseQueue(jdbc);
        this.questions = new AskedManyTimes<>("a queue of " + cases + " cases on " + database, ROUNDS);
    }

    private String numbers() {
        return (database == TestDatabase.H2 ? "system_range" : "generate_series") + "(1, ?) as numbers(n)";
    }

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
                       case when n % 100 = 2 then 'li.na' else '' end
                  from """ + " " + numbers()).param(cases).update();
        jdbc.sql("insert into business_day (business_date, state, opened_at)"
                        + " select date '2026-02-28' + cast(n as int), 'CLOSED', current_timestamp from " + numbers())
                .param(31)
                .update();
        jdbc.sql("""
                insert into open_item (item_id, opened_on, kind, match_status, matched_by, merchant_id, terminal_id,
                       txn_type, rrn, currency, suspense_minor, withheld_minor, suspense_currency, channel, case_id,
                       joins_until)
                select subject, opened_on, substring(kind from 8), kind, '', merchant_id, terminal_id, 'SALE', rrn,
                       currency, 0, 0, currency, 'UNIONPAY', case_id, opened_on + 5
                  from review_case
                 where state = 'OPEN' and kind in ('ORPHAN_CAPTURE', 'ORPHAN_AUTHORIZATION')
                """).update();
        List.of("review_case", "open_item", "business_day")
                .forEach(table -> jdbc.sql((database == TestDatabase.H2 ? "analyze table " : "analyze ") + table)
                        .update());
    }

    /** By the numbers that the cases were made from. */
    private int mayResolve() {
        return (int) IntStream.rangeClosed(1, cases)
                .filter(n -> n % 5 > 1 && n % 3 < 2 && n % 30 >= FIRST_DAY_THAT_STILL_JOINS)
                .count();
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

    private void list(String called, IntFunction<Filter> asked) {
        ask(called, n -> queue.list(asked.apply(n)).size());
    }

    /** Somebody works between two questions; otherwise H2 gives its last answer again. */
    private void ask(String called, IntUnaryOperator answer) {
        questions.put(called, n -> {
            jdbc.sql("update review_case set assignee = 'mei' where case_id = ?")
                    .param("K" + "0".repeat(19) + "1")
                    .update();
            return () -> answer.applyAsInt(n);
        });
    }

    private int count(boolean expected) {
        return (int) queue.count(all(none()).expecting(Optional.of(expected)));
    }

    private void askForPages() {
        list("what waits", n -> all(none()));
        list("the page behind a case", n -> all(Optional.of("K" + "%020d".formatted(1 + n * 31 % cases))));
        list("of one kind", n -> filter(none(), Optional.of(CaseKind.ORPHAN_CAPTURE), none(), none(), none(), none()));
        list(
                "of one date",
                n -> filter(Optional.of(LocalDate.of(2026, 3, 1 + n % 30)), none(), none(), none(), none(), none()));
        list("of one merchant", n -> filter(none(), none(), Optional.of("M" + n), none(), none(), none()));
        list("what may resolve itself", n -> all(none()).expecting(Optional.of(true)));
        list("what wants a person", n -> all(none()).expecting(Optional.of(false)));
        list("of one person", n -> filter(none(), none(), none(), Optional.of("li.na"), none(), none()));
        list(
                "a reference",
                n -> filter(none(), none(), none(), none(), Optional.of("%012d".formatted(2 + n * 5)), none()));
        list("a terminal", n -> filter(none(), none(), none(), none(), Optional.of("T" + n), none()));
        list("nothing", n -> filter(none(), none(), none(), none(), Optional.of("unknown"), none()));
    }

    /** What the console asks for above each page, and with its first. */
    private void askForCounts() {
        ask("how many may resolve", n -> count(true));
        ask("how many want a person", n -> count(false));
        ask("page and both counts", n -> {
            int waiting = count(true) + count(false);
            assertThat(queue.list(all(none()))).hasSize(PAGE);
            return waiting;
        });
    }

    @Test
    void answersAPageWithinTheTimeThatWasPromised() {
        fill();
        askForPages();
        askForCounts();
        Map<String, Integer> found = questions.within500Millis(IntSupplier::getAsInt);
        int waiting = cases / 5 * 4;
        assertThat(found)
                .containsEntry("nothing", 0)
                .containsEntry("what waits", PAGE)
                .containsEntry("of one person", Math.min(PAGE, cases / 100))
                .containsEntry("what may resolve itself", Math.min(PAGE, mayResolve()))
                .containsEntry("how many may resolve", mayResolve())
                .containsEntry("how many want a person", waiting - mayResolve())
                .containsEntry("page and both counts", waiting);
        assertThat(mayResolve()).isPositive();
    }

    /** Page by page everything comes once, in the order of the whole list. */
    @Test
    void turnsThePagesWithoutLosingOrRepeatingACase() {
        fill();
        List<String> paged = new ArrayList<>();
        Optional<String> after = Optional.empty();
        List<Item> page = queue.list(all(after));
        while (!page.isEmpty() && paged.size() <= cases) {
            page.forEach(one -> paged.add(one.id()));
            page = queue.list(all(Optional.of(page.get(page.size() - 1).id())));
        }
        Filter whole = all(none()).in(Set.of(CaseState.OPEN, CaseState.PROPOSED, CaseState.APPROVED), cases);
        assertThat(paged)
                .hasSize(cases / 5 * 4)
                .isEqualTo(queue.list(whole).stream().map(Item::id).toList());
    }
}
