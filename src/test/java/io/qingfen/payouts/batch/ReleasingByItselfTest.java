package io.qingfen.payouts.batch;

import static io.qingfen.payouts.batch.PreparedDates.FEB_12;
import static io.qingfen.payouts.batch.PreparedDates.MAKER;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.qingfen.OnBothDatabases;
import io.qingfen.TestDatabase;
import io.qingfen.reference.BankFormat;
import io.qingfen.reference.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Payouts that the program releases after the night, where the settings say so and nothing is unusual. */
@OnBothDatabases
class ReleasingByItselfTest {
    private static final String FIRST = "P20260212-M1";

    @TempDir
    Path root;

    private final TestDatabase database;
    private PreparedDates house;

    ReleasingByItselfTest(TestDatabase database) {
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
    void releasesByItselfWhereTheSettingsSaySo() {
        house.settings = automatic(Map.of(), false);
        house.automatic.afterNight(FEB_12);
        assertThat(house.state(FIRST)).isEqualTo("RELEASED");
        assertThat(house.files(FEB_12, "released")).hasSize(2);
        assertThat(house.audited).contains("system payouts.approve 2026-02-12");
        assertThat(house.releases.payout(FIRST).events().get(0).actor()).isEqualTo("system");
    }

    @Test
    void leavesToPeopleWhatIsUnusualOrAboveTheLimit() {
        house.settings = automatic(Map.of(), true);
        house.automatic.afterNight(FEB_12);
        house.settings = automatic(Map.of("CNY", 560_336L), false);
        house.automatic.afterNight(FEB_12);
        assertThat(house.state(FIRST)).isEqualTo("PREPARED");
        house.settings = Settings.Payouts.DEFAULTS;
        house.automatic.afterNight(FEB_12);
        assertThat(house.state(FIRST)).isEqualTo("PREPARED");
    }

    /** Logs are read where nobody knows which home they are of. */
    @Test
    void namesTheHomeInEveryCommandOfItsLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(AutomaticRelease.class);
        logger.addAppender(log);
        house.settings = automatic(Map.of(), true);
        house.automatic.afterNight(FEB_12);
        logger.detachAppender(log);
        assertThat(log.list)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getFormattedMessage())
                        .contains("qingfen payouts propose --date 2026-02-12 --home "));
    }

    @Test
    void leavesToPeopleADateThatSomebodyTouched() {
        house.releases.propose(FEB_12, MAKER, List.of());
        house.releases.withdraw(FEB_12, MAKER, "not yet");
        house.settings = automatic(Map.of(), false);
        house.automatic.afterNight(FEB_12);
        assertThat(house.state(FIRST)).isEqualTo("PREPARED");
    }

    /** @param lookAt whether what is unusual is left to people */
    private static Settings.Payouts automatic(Map<String, Long> limits, boolean lookAt) {
        return new Settings.Payouts(true, limits, lookAt, 72, true, Set.of(BankFormat.PAIN_001));
    }
}
