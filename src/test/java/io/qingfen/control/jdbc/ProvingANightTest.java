package io.qingfen.control.jdbc;

import static io.qingfen.control.jdbc.SampleNight.FRI_2026_02_13;
import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.control.ControlChain;
import io.qingfen.control.ControlTotal;
import io.qingfen.control.ProvenChain;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each control closes on true books, and opens when one row anywhere is changed, missing or too much. */
@OnBothDatabases
class ProvingANightTest {
    private static final Map<TestDatabase, DataSource> BOOKS = new ConcurrentHashMap<>();

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    ProvingANightTest(TestDatabase database) {
        dataSource = BOOKS.computeIfAbsent(database, one -> {
            DataSource fresh = one.fresh();
            SampleNight.in(fresh, one);
            return fresh;
        });
        jdbc = JdbcClient.create(dataSource);
    }

    @Test
    void closesEveryControlOfTrueBooks() {
        ProvenChain chain = prove();
        assertThat(chain.differences()).isEmpty();
        assertThat(chain.isClosed()).isTrue();
    }

    @Test
    void hasSomethingToCountInEveryControl() {
        assertThat(prove().totals())
                .allSatisfy(total -> assertThat(total.count() != 0 || total.amountMinor() != 0 || onlyNets(total))
                        .as(total.toString())
                        .isTrue());
    }

    /** Debits and credits cancel in the sum over all accounts; these controls compare account by account. */
    private static boolean onlyNets(ControlTotal total) {
        return total.currency().equals("XXX") || total.boundary().equals("judged + carried in -> outcomes");
    }

    /**
     * @param control boundary and side, as in the chain
     * @param change one statement that makes it untrue
     */
    record Planted(String control, String change) {
        @Override
        public String toString() {
            return control;
        }
    }

    static Stream<Planted> differences() {
        return PlantedDifferences.ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void opensTheControlThatAChangedRowConcerns(Planted planted) {
        undone(() -> {
            assertThat(jdbc.sql(planted.change).update()).as(planted.change).isPositive();
            ProvenChain chain = prove();
            assertThat(chain.isClosed()).isFalse();
            assertThat(openOnes(chain)).contains(planted.control);
            return null;
        });
    }

    @Test
    void hasAPlantedDifferenceForEveryControl() {
        TreeSet<String> planted = new TreeSet<>();
        PlantedDifferences.ALL.forEach(one -> planted.add(one.control));
        TreeSet<String> controls = new TreeSet<>();
        ControlChain.controls().forEach(control -> controls.add(control.boundary() + ": " + control.side()));
        assertThat(planted).isEqualTo(controls);
    }

    @Test
    void namesBoundarySideCurrencyAndBothNumbers() {
        assertThat(differencesAfter("update position set sales_minor = 14001 where business_date = '2026-02-13'"
                        + " and merchant_id = 'M1'"))
                .contains("control 'settled -> positions', sales, CNY: cleared sales = 3 / 150.00,"
                        + " but position sales = 3 / 150.01");
        assertThat(differencesAfter("delete from failure where rrn = '11'"))
                .contains("control 'outcomes -> failures', authorizations, CNY: authorizations failed + waiting without"
                        + " answer = 2 / 30.00, but failure rows = 1 / 25.00");
        assertThat(differencesAfter("delete from reject where record_type = 'D'"))
                .contains("control 'records -> rejects', captures, XXX: captures rejected = 1,"
                        + " but rejected capture rows = 0");
    }

    @Test
    void namesTheSubjectWhereSidesFirstDiffer() {
        assertThat(differencesAfter("update position set carried_forward_minor = 401 where business_date = '2026-02-13'"
                        + " and merchant_id = 'M4'"))
                .contains("control 'sub-ledgers -> ledger', owed to merchants, CNY: owed by positions = 3 / -23.99, but"
                        + " owed by ledger = 2 / -24.00; first difference at liabilities:merchant-payable:M4");
    }

    @Test
    void namesAnEntryWithoutPostingsAndPostingsWithoutAnEntry() {
        assertThat(differencesAfter("insert into journal_entry (entry_id, business_date, entry_key, description)"
                        + " values ('E-EMPTY', '2026-02-13', 'EMPTY', '')"))
                .anyMatch(problem -> problem.startsWith("control 'ledger', entries, XXX: entries = ")
                        && problem.endsWith("; first difference at E-EMPTY"));
        assertThat(differencesAfter("insert into posting (entry_id, posting_no, business_date, account, debit_minor,"
                        + " credit_minor, currency) values ('E-ALONE', 2, '2026-02-13', 'assets:bank', 1, 0, 'CNY')"))
                .anyMatch(problem -> problem.startsWith("control 'ledger', entries, XXX: entries = ")
                        && problem.endsWith("; first difference at E-ALONE"));
    }

    @Test
    void namesTheSideOfAnAccountThatMovedOtherwise() {
        assertThat(differencesAfter("update trial_balance set credits_minor = credits_minor + 1"
                        + " where business_date = '2026-02-13' and account = 'income:merchant-fees'"))
                .anyMatch(problem -> problem.startsWith("control 'ledger', movements, CNY: balances posted = ")
                        && problem.endsWith("; first difference at income:merchant-fees credits"));
        assertThat(differencesAfter("update trial_balance set debits_minor = debits_minor + 1"
                        + " where business_date = '2026-02-13' and account = 'assets:bank'"))
                .anyMatch(problem -> problem.startsWith("control 'ledger', movements, CNY: balances posted = ")
                        && problem.endsWith("; first difference at assets:bank debits"));
    }

    /** Swapping what two merchants are owed changes no sum. */
    @Test
    void findsDifferencesThatCancelInTheSum() {
        assertThat(differencesAfter("update open_item set suspense_minor = suspense_minor"
                        + " + case when item_id = 'A1' then 100 else -100 end where item_id in ('A1', 'C7')"))
                .contains("control 'sub-ledgers -> ledger', suspense, CNY: suspense by items = 3 / 121.00, but"
                        + " suspense by ledger = 1 / 121.00; first difference at liabilities:suspense:AMOUNT_MISMATCH");
    }

    @Test
    void keepsTheChainInItsOrderAndReplacesAnEarlierOne() {
        undone(() -> {
            StoredNightBooks books = new StoredNightBooks(jdbc);
            books.keep(FRI_2026_02_13, prove().totals());
            books.keep(FRI_2026_02_13, prove().totals());
            List<String> kept = jdbc.sql("select boundary || ': ' || side from control_total order by position_no")
                    .query(String.class)
                    .list();
            assertThat(kept)
                    .containsExactlyElementsOf(prove().totals().stream()
                            .map(total -> total.boundary() + ": " + total.side())
                            .toList());
            return null;
        });
    }

    @Test
    void closesOnEmptyBooks() {
        undone(() -> {
            assertThat(ControlChain.prove(new StoredNightBooks(jdbc).measure(FRI_2026_02_13.plusYears(1)))
                            .totals())
                    .allSatisfy(total -> assertThat(total.currency()).isNotEmpty());
            return null;
        });
    }

    private List<String> differencesAfter(String change) {
        return undone(() -> {
            jdbc.sql(change).update();
            return prove().differences();
        });
    }

    private static List<String> openOnes(ProvenChain chain) {
        return chain.totals().stream()
                .filter(total -> !total.closed())
                .map(total -> total.boundary() + ": " + total.side())
                .toList();
    }

    private ProvenChain prove() {
        return ControlChain.prove(new StoredNightBooks(jdbc).measure(FRI_2026_02_13));
    }

    private <T> T undone(Supplier<T> work) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource)).execute(status -> {
            status.setRollbackOnly();
            return work.get();
        });
    }
}
