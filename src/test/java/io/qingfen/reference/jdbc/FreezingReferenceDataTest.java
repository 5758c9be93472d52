package io.qingfen.reference.jdbc;

import static io.qingfen.reference.TestHome.THU_2026_02_12;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.reference.Accounts.Account;
import io.qingfen.reference.Merchant;
import io.qingfen.reference.ReferenceFreezing;
import io.qingfen.reference.Snapshot;
import io.qingfen.reference.Terminal;
import io.qingfen.reference.TestHome;
import io.qingfen.reference.batch.ReferenceFiles;
import io.qingfen.reference.batch.ReferenceReader;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnBothDatabases
class FreezingReferenceDataTest {
    private static final LocalDate FRI_2026_02_13 = THU_2026_02_12.plusDays(1);
    private static final String MERCHANTS = "reference/merchants.csv";
    private static final int LARGE = 5_000;
    private static final String M0 = "898310000000000";
    private static final String ACCOUNT_0 = "6222021001000000000";

    private final ReferenceBooks books;
    private final JdbcClient jdbc;
    private final ReferenceFreezing freezing;

    @TempDir
    private Path directory;

    private TestHome home;

    FreezingReferenceDataTest(TestDatabase database) {
        books = new ReferenceBooks(database);
        jdbc = books.jdbc();
        freezing = books.freezing();
    }

    @BeforeEach
    void copySoundFiles() {
        home = TestHome.fiveDays(directory);
    }

    @Test
    void givesTheSnapshotThatTheFilesGive() throws IOException {
        String sha256 = freeze(THU_2026_02_12);

        Snapshot fromFiles = ReferenceReader.read(ReferenceFiles.of(directory), THU_2026_02_12, sha256)
                .snapshot()
                .orElseThrow();
        assertThat(books.references().of(THU_2026_02_12)).isEqualTo(fromFiles);
        assertThat(books.restarted().references().of(THU_2026_02_12)).isEqualTo(fromFiles);
    }

    @Test
    void neverSeesALaterStateOfTheFiles() {
        String before = freeze(THU_2026_02_12);
        home.edit(MERCHANTS, "老王面馆,5812,ACTIVE", "老王面馆,5812,CLOSED");

        assertThat(freeze(THU_2026_02_12)).isEqualTo(before);
        assertThat(books.restarted()
                        .references()
                        .of(THU_2026_02_12)
                        .merchant(M0)
                        .status())
                .hasToString("ACTIVE");
        assertThat(freeze(FRI_2026_02_13)).isNotEqualTo(before);
        assertThat(books.references().of(FRI_2026_02_13).merchant(M0).status()).hasToString("CLOSED");
    }

    /** As a re-run does it while a console or a schedule goes on in a process of its own. */
    @Test
    void readsAnewWhatAnotherProgramFrozeAgain() throws IOException {
        freeze(THU_2026_02_12);
        freeze(FRI_2026_02_13);
        assertThat(status(books, FRI_2026_02_13)).isEqualTo("ACTIVE");

        ReferenceBooks another = books.restarted();
        jdbc.sql("delete from reference_snapshot where business_date = ?")
                .param(FRI_2026_02_13)
                .update();
        home.edit(MERCHANTS, "老王面馆,5812,ACTIVE", "老王面馆,5812,CLOSED");
        another.freezing().freeze(FRI_2026_02_13, directory);

        assertThat(status(books, FRI_2026_02_13)).isEqualTo("CLOSED");
        assertThat(status(books, THU_2026_02_12)).isEqualTo("ACTIVE");
        assertThat(books.references().of(FRI_2026_02_13))
                .as("kept as long as nothing changed")
                .isSameAs(books.references().of(FRI_2026_02_13));
    }

    private static String status(ReferenceBooks books, LocalDate date) {
        return books.references().of(date).merchant(M0).status().toString();
    }

    @Test
    void keepsNothingOfFilesThatAreNotSound() {
        home.edit(MERCHANTS, ",5812,ACTIVE,STANDARD,STANDARD,T1", ",5812,OPEN,STANDARD,STANDARD,T1");

        assertThatThrownBy(() -> freeze(THU_2026_02_12)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.exit().code()).isEqualTo(2);
            assertThat(refusal.problems()).isNotEmpty().allMatch(problem -> problem.startsWith(MERCHANTS + ":"));
        });
        assertThat(count("reference_snapshot")).isZero();
        assertThat(count("merchant_account")).isZero();
        assertThatThrownBy(() -> books.references().of(THU_2026_02_12)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void writesItsDigestBesideTheBusinessDate() {
        jdbc.sql("insert into business_day (business_date, state, opened_at) values (?, 'OPEN', current_timestamp)")
                .param(THU_2026_02_12)
                .update();

        String sha256 = freeze(THU_2026_02_12);

        assertThat(jdbc.sql("select reference_sha256 from business_day")
                        .query(String.class)
                        .single())
                .isEqualTo(sha256)
                .hasSize(64);
    }

    @Test
    void keepsNoAccountNumberInClear() {
        freeze(THU_2026_02_12);

        List<byte[]> stored = jdbc.sql("select content from reference_snapshot union all"
                        + " select account_cipher from merchant_account")
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(stored)
                .hasSizeGreaterThan(20)
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain(ACCOUNT_0)
                        .doesNotContain("merchant_id"));
        assertThat(jdbc.sql("select account_masked from merchant_account where merchant_id = ?")
                        .param(M0)
                        .query(String.class)
                        .single())
                .isEqualTo("6222****0000");
    }

    @Test
    void knowsTheAccountInForceOnADate() {
        freeze(THU_2026_02_12);
        home.edit(MERCHANTS, ACCOUNT_0, "6222029999999999999");
        freeze(FRI_2026_02_13);

        assertThat(accountNo(THU_2026_02_12)).isEqualTo(ACCOUNT_0);
        assertThat(accountNo(FRI_2026_02_13)).isEqualTo("6222029999999999999");
        assertThat(accountNo(FRI_2026_02_13.plusYears(1))).isEqualTo("6222029999999999999");
        assertThat(books.accounts().of(List.of(M0), THU_2026_02_12.minusDays(1)))
                .isEmpty();
        assertThat(books.accounts().of(List.of("NOBODY"), THU_2026_02_12)).isEmpty();
    }

    @Test
    void recordsOnlyTheAccountsThatChanged() {
        freeze(THU_2026_02_12);
        assertThat(count("merchant_account")).isEqualTo(14);

        home.edit(MERCHANTS, "收款人3,", "收款人三,");
        freeze(FRI_2026_02_13);
        assertThat(count("merchant_account")).isEqualTo(15);

        books.restarted().freezing().freeze(FRI_2026_02_13.plusDays(1), directory);
        assertThat(count("merchant_account")).isEqualTo(15);
    }

    @Test
    void givesNamesBesideTheAccount() {
        freeze(THU_2026_02_12);

        Map<String, Account> accounts = books.accounts().of(List.of(M0, "898310000000001"), THU_2026_02_12);

        assertThat(accounts.get(M0))
                .isEqualTo(new Account(M0, "老王面馆", "收款人0", ACCOUNT_0, "6222****0000", "102290000000", "工商银行"));
        assertThat(accounts.get("898310000000001").merchantName()).isEqualTo("Star, Ltd");
    }

    @Test
    void refusesToForgetWhoIsStillInTheBooks() {
        deposit("99999999", "GONE", 0);
        deposit("88888888", "DONE", 9_900);
        carried("2026-02-10", "EARLIER", -5);
        carried("2026-02-11", "OWES", -5);
        carried("2026-02-11", "ZERO", 0);

        assertThatThrownBy(() -> freeze(THU_2026_02_12))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .containsExactly(
                                        "reference/merchants.csv: merchant_id 'OWES' is missing, but money of it is carried"
                                                + " forward; put its row back (status CLOSED) until that money is settled",
                                        "reference/merchants.csv: merchant_id 'GONE' is missing, but a terminal deposit of it is"
                                                + " held; put its row back (status CLOSED) until that money is settled",
                                        "reference/terminals.csv: terminal_id '99999999' is missing, but a deposit of it is"
                                                + " held; put its row back (status CLOSED) until that money is settled"));
    }

    @Test
    void refusesToForgetTerminalsWithOpenItems() {
        for (String[] item : new String[][] {{"C1", null}, {"C2", "2026-02-11"}}) {
            jdbc.sql(
                            "insert into open_item (item_id, opened_on, kind, match_status, matched_by, merchant_id, terminal_id,"
                                    + " txn_type, rrn, currency, suspense_minor, withheld_minor, suspense_currency, channel,"
                                    + " joins_until, removed_on) values (?, date '2026-02-10', 'CAPTURE', 'ORPHAN_CAPTURE', '',"
                                    + " 'M' || ?, '7777777' || ?, 'SALE', '', 'CNY', 0, 0, 'CNY', '', date '2026-02-13', ?)")
                    .params(item[0], item[0], item[0].substring(1), item[1] == null ? null : LocalDate.parse(item[1]))
                    .update();
        }

        assertThatThrownBy(() -> freeze(THU_2026_02_12))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .hasSize(2)
                                .allMatch(problem -> problem.contains("items of it are open"))
                                .anyMatch(problem -> problem.contains("'MC1'"))
                                .anyMatch(problem -> problem.contains("'77777771'")));
    }

    @Test
    void refusesToMoveATerminalWithOpenItemsToAnotherMerchant() throws IOException {
        List<Terminal> terminals = ReferenceReader.read(ReferenceFiles.of(directory), THU_2026_02_12, "")
                .snapshot()
                .orElseThrow()
                .terminals();
        Terminal terminal = terminals.get(0);
        Merchant other = terminals.get(terminals.size() - 1).merchant();
        assertThat(other.id()).isNotEqualTo(terminal.merchant().id());
        openItem("C1", terminal.merchant().id(), terminal.id());
        openItem("C2", other.id(), terminal.id());

        assertThatThrownBy(() -> freeze(THU_2026_02_12))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .containsExactly("reference/terminals.csv: terminal_id '" + terminal.id()
                                        + "' is of merchant '"
                                        + terminal.merchant().id()
                                        + "', but items of it are open under merchant '" + other.id()
                                        + "'; give it back to that merchant until they are settled, and the new one"
                                        + " another id"));
    }

    @Test
    void refusesToForgetThePolicyOfADeposit() throws IOException {
        Terminal terminal = ReferenceReader.read(ReferenceFiles.of(directory), THU_2026_02_12, "")
                .snapshot()
                .orElseThrow()
                .terminals()
                .get(0);
        deposit(terminal.id(), terminal.merchant().id(), 9900);

        assertThatThrownBy(() -> freeze(THU_2026_02_12))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problems())
                                .containsExactly(
                                        "reference/deposit-policies.yml: policy 'P' is missing, but the deposit"
                                                + " of terminal '" + terminal.id() + "' is on it; put it back"));
    }

    private void openItem(String id, String merchant, String terminal) {
        jdbc.sql("insert into open_item (item_id, opened_on, kind, match_status, matched_by, merchant_id, terminal_id,"
                        + " txn_type, rrn, currency, suspense_minor, withheld_minor, suspense_currency, channel,"
                        + " joins_until) values (?, date '2026-02-10', 'CAPTURE', 'ORPHAN_CAPTURE', '', ?, ?,"
                        + " 'SALE', '', 'CNY', 0, 0, 'CNY', '', date '2026-02-13')")
                .params(id, merchant, terminal)
                .update();
    }

    @Test
    void keepsLargeFilesInParts() throws IOException {
        StringBuilder many = new StringBuilder(home.read(MERCHANTS));
        Random random = new Random(7);
        for (int i = 0; i < LARGE; i++) {
            String name = random.ints(300, '!', '~')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            many.append(String.format(
                    "X%05d,%s,5812,ACTIVE,STANDARD,STANDARD,T1,CNY,a,%d,1,b,0.00,N,%n",
                    i, name.replaceAll("[\",]", "x"), random.nextInt(1, 1_000_000)));
        }
        home.write(MERCHANTS, many.toString());

        freeze(THU_2026_02_12);

        assertThat(jdbc.sql("select count(*) from reference_snapshot where file_name = ?")
                        .param(MERCHANTS)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        Snapshot again = books.restarted().references().of(THU_2026_02_12);
        assertThat(again.merchants()).hasSize(LARGE + 14);
        assertThat(books.accounts()
                        .of(again.merchants().stream().map(one -> one.id()).toList(), THU_2026_02_12))
                .hasSize(LARGE + 14);
    }

    private String freeze(LocalDate date) {
        return freezing.freeze(date, directory);
    }

    private String accountNo(LocalDate date) {
        return books.accounts().of(List.of(M0), date).get(M0).accountNo();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private void deposit(String terminal, String merchant, long refundedMinor) {
        jdbc.sql("insert into deposit (terminal_id, merchant_id, policy, state, activated_on, amount_minor, currency,"
                        + " collected_minor, refunded_minor, forfeited_minor, counted_minor, counted_through,"
                        + " earned_minor, month_minor, months_met, history_complete, changed_on)"
                        + " values (?, ?, 'P', 'HELD', date '2026-01-01', 9900, 'CNY', 9900, ?, 0, 0,"
                        + " date '2026-01-01', 0, 0, 0, true, date '2026-01-01')")
                .params(terminal, merchant, refundedMinor)
                .update();
    }

    private void carried(String date, String merchant, long minor) {
        jdbc.sql("insert into position (business_date, merchant_id, currency, sales_count, sales_minor, voids_minor,"
                        + " refunds_minor, merchant_fees_minor, instant_fee_minor, deposit_withheld_minor,"
                        + " deposit_refund_minor, chargebacks_minor, chargeback_reversals_minor, adjustments_minor,"
                        + " reserve_withheld_minor, reserve_released_minor, payout_returned_minor,"
                        + " credits_withheld_minor, brought_forward_minor, net_minor, decision, payout_minor,"
                        + " carried_forward_minor) values (?, ?, 'CNY', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ?,"
                        + " ?, 'NEGATIVE', 0, ?)")
                .params(LocalDate.parse(date), merchant, minor, minor, minor)
                .update();
    }
}
