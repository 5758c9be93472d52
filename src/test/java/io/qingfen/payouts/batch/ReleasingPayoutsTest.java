package io.qingfen.payouts.batch;

import static io.qingfen.payouts.batch.PreparedDates.CHECKER;
import static io.qingfen.payouts.batch.PreparedDates.FEB_12;
import static io.qingfen.payouts.batch.PreparedDates.FEB_13;
import static io.qingfen.payouts.batch.PreparedDates.MAKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.payouts.PayoutState;
import io.qingfen.payouts.PayoutStory;
import io.qingfen.payouts.Release;
import io.qingfen.payouts.Release.State;
import io.qingfen.payouts.ReleasePage;
import io.qingfen.reference.BankFormat;
import io.qingfen.reference.Settings;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.Notice;
import io.qingfen.run.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

@OnBothDatabases
class ReleasingPayoutsTest {
    private static final String FIRST = "P20260212-M1";
    private static final String SECOND = "P20260212-M2";

    @TempDir
    Path root;

    private final TestDatabase database;
    private PreparedDates house;

    ReleasingPayoutsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void prepareADate() {
        house = new PreparedDates(database, root)
                .pays(FEB_12, "M1", "CNY", 499_895)
                .pays(FEB_12, "M2", "CNY", 60_442)
                .closed(FEB_12);
    }

    @Test
    void letsTwoPeopleReleaseADate() {
        Map<String, String> prepared = house.files(FEB_12, "payouts");

        Release proposed = house.releases.propose(FEB_12, MAKER, List.of());
        assertThat(proposed.state()).isEqualTo(State.PROPOSED);
        assertThat(house.files(FEB_12, "released")).isEmpty();
        Release released = house.releases.approve(FEB_12, CHECKER);

        assertThat(released.state()).isEqualTo(State.RELEASED);
        assertThat(released.checker()).isEqualTo("bert");
        assertThat(house.state(FIRST)).isEqualTo("RELEASED");
        assertThat(house.files(FEB_12, "released"))
                .isEqualTo(only("pain001", prepared))
                .hasSize(2);
        assertThat(house.files(FEB_12, "payouts")).isEqualTo(prepared);
        assertThat(house.audited)
                .containsExactly(
                        "anna payouts.propose 2026-02-12",
                        "bert payouts.approve 2026-02-12",
                        "system payouts.released 2026-02-12");
    }

    /** Files of other formats would pay the same money once more. */
    @Test
    void letsOnlyTheFormatsGoThatTheSettingsName() {
        Map<String, String> prepared = house.files(FEB_12, "payouts");
        house.settings =
                new Settings.Payouts(false, Map.of(), false, 72, true, Set.of(BankFormat.CSV, BankFormat.UNIONPAY_DF));
        house.releases.propose(FEB_12, MAKER, List.of());
        house.settings = Settings.Payouts.DEFAULTS;
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("changed since they were proposed");
        house.settings =
                new Settings.Payouts(false, Map.of(), false, 72, true, Set.of(BankFormat.CSV, BankFormat.UNIONPAY_DF));
        release();
        assertThat(house.files(FEB_12, "released"))
                .isEqualTo(only("(payouts|unionpay-df)", prepared))
                .hasSize(4);
    }

    private static Map<String, String> only(String formats, Map<String, String> files) {
        Map<String, String> some = new TreeMap<>(files);
        some.keySet().removeIf(name -> !name.matches(formats + "_.*"));
        return some;
    }

    @Test
    void keepsTheHistoryOfEachPayout() {
        release();
        house.releases.sent(FEB_12, MAKER);
        PayoutStory story = house.releases.payout(FIRST);
        assertThat(story.state()).isEqualTo(PayoutState.SENT);
        assertThat(story.events())
                .extracting(event -> event.from() + " " + event.to() + " " + event.actor())
                .containsExactly("PREPARED RELEASED bert", "RELEASED SENT anna");
        refused(() -> house.releases.sent(FEB_12, MAKER)).contains("no payout of 2026-02-12 is RELEASED and unsent");
    }

    @Test
    void refusesTheMakerAsCheckerHoweverTheNameIsWritten() {
        house.releases.propose(FEB_12, MAKER, List.of());
        refused(() -> house.releases.approve(FEB_12, new Actor("Anna"))).contains("another person must approve");
        assertThat(house.state(FIRST)).isEqualTo("PREPARED");
        assertThat(house.audited).contains("Anna payouts.approve.refused 2026-02-12");
        assertThatThrownBy(() -> house.jdbc.update("update payout_release set checker = 'ANNA'"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void letsNobodyActAsTheSystem() {
        refused(() -> house.releases.propose(FEB_12, new Actor("System"), List.of()))
                .contains("not a person");
    }

    @Test
    void releasesOnceHoweverOftenItIsApproved() {
        release();
        Map<String, String> released = house.files(FEB_12, "released");
        refused(() -> house.releases.approve(FEB_12, CHECKER))
                .contains("no proposal of 2026-02-12 waits", "RELEASED")
                .contains("RELEASED, approved by bert at 2", "nothing to do", "qingfen payouts show --date 2026-02-12")
                .doesNotContain("payouts propose");
        refused(() -> house.releases.withdraw(FEB_12, MAKER, "too late"))
                .contains("RELEASED, approved by bert at 2", "nothing to do")
                .doesNotContain("payouts propose");
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of()))
                .contains("released already", "approved by bert");
        assertThat(house.files(FEB_12, "released")).isEqualTo(released);
        assertThat(house.releases.payout(FIRST).events()).hasSize(1);
    }

    @Test
    void refusesADateThatIsUnknownOrNotClosed() {
        refused(() -> house.releases.propose(FEB_13, MAKER, List.of())).contains("not in the books");
        house.jdbc.update("update business_day set state = 'FAILED'");
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of())).contains("is not closed (FAILED)", "restart");
    }

    @Test
    void refusesWhileAControlIsOpenOrNothingWasProved() {
        house.jdbc.update("update control_total set closed = false");
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of()))
                .contains("control 'positions, net, CNY' of 2026-02-12 is open");
        house.jdbc.update("delete from control_total");
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of())).contains("never proved");
    }

    @Test
    void asksEveryGateAtBothTimes() {
        house.releases.propose(FEB_12, MAKER, List.of());
        house.gates.add(date -> List.of("UNIONPAY has not confirmed " + date));
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("UNIONPAY has not confirmed 2026-02-12");
        house.gates.remove(house.gates.size() - 1);
        assertThat(house.releases.approve(FEB_12, CHECKER).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void refusesToPayAMerchantThatWasPutOnHoldSince() {
        house.releases.propose(FEB_12, MAKER, List.of());
        house.onHold.add("M2");
        refused(() -> house.releases.approve(FEB_12, CHECKER))
                .contains("payout P20260212-M2: M2 is on hold", "withdraw P20260212-M2");
    }

    @Test
    void wantsATotalAboveTheLimitSpelledOutExactly() {
        limit(500_000);
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of()))
                .contains("5603.37 CNY, is above payouts.limit", "--confirm-total CNY=5603.37");
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of("5603.38"))).contains("is not the total");
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of("USD=1.00")))
                .contains("nothing is paid in USD");
        house.releases.propose(FEB_12, MAKER, List.of("5603.37"));
        assertThat(house.releases.approve(FEB_12, CHECKER).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void looksAtTheLimitAgainWhenItIsApproved() {
        house.releases.propose(FEB_12, MAKER, List.of());
        limit(560_336);
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("above payouts.limit");
        limit(560_337);
        assertThat(house.releases.approve(FEB_12, CHECKER).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void refusesBytesThatAreNotThoseOfTheNight() throws Exception {
        Path file = house.waiting(FEB_12, "payouts_20260212_20260213_CNY.csv");
        Files.writeString(file, Files.readString(file).replace("4998.95", "9998.95"));
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of()))
                .contains("payouts_20260212_20260213_CNY.csv: was changed since it was written");
    }

    @Test
    void endsAProposalWhoseBytesChanged() throws Exception {
        house.releases.propose(FEB_12, MAKER, List.of());
        Path file = house.waiting(FEB_12, "unionpay-df_20260212_20260213_CNY.txt");
        String before = Files.readString(file);
        Files.writeString(file, before.replace("499895", "999895"));
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("was changed", "is VOID");
        Files.writeString(file, before);
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("is VOID");
        assertThat(house.files(FEB_12, "released")).isEmpty();
        release();
        assertThat(house.state(FIRST)).isEqualTo("RELEASED");
    }

    @Test
    void endsAProposalWhosePayoutsChangedInTheTables() {
        house.releases.propose(FEB_12, MAKER, List.of());
        house.jdbc.update("update payout set account_cipher = ? where payout_id = ?", new byte[] {7}, FIRST);
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("changed since they were proposed", "is VOID");
    }

    @Test
    void refusesFilesThatAreLinksGoneOrStrangers() throws Exception {
        Path file = house.waiting(FEB_12, "payouts_20260212_20260213_CNY.csv");
        Path elsewhere = Files.move(file, root.resolve("elsewhere.csv"));
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of())).contains("is missing or no regular file");
        Files.createSymbolicLink(file, elsewhere);
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of())).contains("is missing or no regular file");
        Files.move(elsewhere, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path stranger = Files.writeString(house.waiting(FEB_12, "pain001_extra.xml"), "<x/>");
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of())).contains("is no bank file of this date");
        Files.delete(stranger);
        Files.writeString(house.waiting(FEB_12, "payouts_20260212_20260213_CNY.csv.sha256"), "0");
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of())).contains("not the hash of its file");
    }

    @Test
    void refusesWhatStandsWhereReleasedFilesAreToAppear() throws Exception {
        Path released = house.home.outbox(FEB_12).resolve("released");
        Files.createSymbolicLink(released, root);
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of())).contains("is a file or a link");
        Files.delete(released);
        Files.createSymbolicLink(released.resolveSibling("released.part"), root.resolve("nowhere"));
        release();
        assertThat(house.files(FEB_12, "released")).hasSize(2);
    }

    @Test
    void writesFilesWithoutAWithdrawnPayoutAtTheNextStart() {
        house.jdbc.update("update payout set state = 'WITHDRAWN' where payout_id = ?", FIRST);
        house.jdbc.update("delete from payout_file");
        assertThat(String.join("", house.files(FEB_12, "payouts").values())).contains(FIRST);
        house.automatic.atStart();
        assertThat(String.join("", house.files(FEB_12, "payouts").values()))
                .doesNotContain(FIRST)
                .contains(SECOND);
    }

    @Test
    void refusesAnExpiredProposalByTheClockOfTheDatabase() {
        house.releases.propose(FEB_12, MAKER, List.of());
        house.jdbc.update("update payout_release set expires_at = current_timestamp - interval '1' second");
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("is EXPIRED", "propose --date 2026-02-12");
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("is EXPIRED");
        release();
        assertThat(house.state(FIRST)).isEqualTo("RELEASED");
    }

    @Test
    void everyProposalTellsThatItWaitsForAnotherPerson() {
        house.releases.propose(FEB_12, MAKER, List.of());
        house.releases.withdraw(FEB_12, MAKER, "wrong day");
        house.releases.propose(FEB_12, MAKER, List.of());
        assertThat(house.told)
                .extracting(Notice::kind)
                .containsOnly(Notice.Kind.WAITING_FOR_APPROVAL)
                .hasSize(2);
        assertThat(house.told.get(1).text())
                .startsWith("proposal 2 of anna to release the payouts of 2026-02-12; another person looks: ");
    }

    @Test
    void keepsWhyAProposalWasWithdrawnAndRefusesWhatItCannotKeep() {
        house.releases.propose(FEB_12, MAKER, List.of());
        for (String why : new String[] {"x".repeat(401), "two\nlines", "a\0b"}) {
            assertThatThrownBy(() -> house.releases.withdraw(FEB_12, MAKER, why))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("one line of 400 characters");
            assertThatThrownBy(() -> house.releases.withdrawPayout(FIRST, MAKER, why))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("one line of 400 characters");
        }
        String longest = "错".repeat(400);
        assertThat(house.releases.withdraw(FEB_12, MAKER, longest).reason()).isEqualTo(longest);
        assertThat(house.state(FIRST)).isEqualTo("PREPARED");
    }

    @Test
    void hasOneLiveProposalAtATime() {
        house.releases.propose(FEB_12, MAKER, List.of());
        refused(() -> house.releases.propose(FEB_12, CHECKER, List.of())).contains("waits for approval by another");
        house.releases.withdraw(FEB_12, MAKER, "wrong day");
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("is WITHDRAWN");
        assertThat(house.releases.propose(FEB_12, CHECKER, List.of()).no()).isEqualTo(2);
        refused(() -> house.releases.approve(FEB_12, MAKER, 1)).contains("took the place of the one you looked at");
        assertThat(house.releases.approve(FEB_12, MAKER).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void takesOnePayoutOutOfItsFiles() {
        house.releases.propose(FEB_12, MAKER, List.of());
        PayoutStory story = house.releases.withdrawPayout(FIRST, CHECKER, "account is disputed");
        assertThat(story.state()).isEqualTo(PayoutState.WITHDRAWN);
        refused(() -> house.releases.approve(FEB_12, CHECKER)).contains("is VOID");
        release();
        Map<String, String> released = house.files(FEB_12, "released");
        assertThat(released).hasSize(2);
        assertThat(String.join("", released.values())).doesNotContain(FIRST).contains(SECOND);
        assertThat(house.state(FIRST)).isEqualTo("WITHDRAWN");
        refused(() -> house.releases.withdrawPayout(SECOND, CHECKER, "late")).contains("is RELEASED");
    }

    @Test
    void leavesNoFileWhenEveryPayoutIsTakenOut() {
        house.releases.withdrawPayout(FIRST, MAKER, "a");
        house.releases.withdrawPayout(SECOND, MAKER, "b");
        assertThat(house.files(FEB_12, "payouts")).isEmpty();
        refused(() -> house.releases.propose(FEB_12, MAKER, List.of())).contains("nothing is prepared");
    }

    @Test
    void showsWhatWaitsWhatSpeaksAgainstItAndWhatIsUnusual() {
        limit(1);
        ReleasePage page = house.releases.page(FEB_12);
        assertThat(page.totals())
                .extracting(Object::toString)
                .containsExactly("2 payouts of 5603.37 CNY at the bank on 2026-02-13");
        assertThat(page.byState()).containsExactly(Map.entry(PayoutState.PREPARED, 2L));
        assertThat(page.objections()).singleElement().asString().contains("payouts.limit");
        assertThat(page.lookAt())
                .extracting(one -> one.payoutId() + " " + one.reason() + " " + one.accountMasked())
                .containsExactly(FIRST + " FIRST_PAYOUT 6222****0001", SECOND + " FIRST_PAYOUT 6222****0001");
    }

    private void release() {
        house.releases.propose(FEB_12, MAKER, List.of());
        house.releases.approve(FEB_12, CHECKER);
    }

    private void limit(long minor) {
        house.settings =
                new Settings.Payouts(false, Map.of("CNY", minor), false, 72, true, Set.of(BankFormat.PAIN_001));
    }

    private static AbstractStringAssert<?> refused(ThrowingCallable act) {
        return assertThatThrownBy(act)
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED))
                .extracting(Refusal::getMessage)
                .asString();
    }
}
