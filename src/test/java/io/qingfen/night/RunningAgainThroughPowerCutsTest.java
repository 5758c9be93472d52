package io.qingfen.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.cli.Typed;
import io.qingfen.nightly.Nights;
import io.qingfen.nightly.Reruns;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.FaultPoint;
import io.qingfen.run.Refusal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the embedded database: the order of files and commits is the same on both. */
class RunningAgainThroughPowerCutsTest {
    private static final Actor LI = new Actor("li.wei");
    private static final LocalDate FIRST = Nightly.FIRST;
    private static final LocalDate SECOND = FIRST.plusDays(1);

    private final Path home = Nightly.home();
    private Map<String, String> once;

    @BeforeEach
    void aDateIsClosed() {
        try (OpenHome open = new OpenHome(home, null)) {
            open.night(FIRST);
        }
        once = Nightly.outbox(home);
    }

    /** A process that ends anywhere while results are set aside leaves a re-run that goes on, and nothing else may. */
    @Test
    void goesOnAndNothingElseMay() {
        cutOffAt("rerun:begun");
        try (OpenHome open = new OpenHome(home, null)) {
            refuses(() -> open.night(SECOND));
            saysHowToGoOn(
                    open, "a re-run was cut off", "qingfen rerun --date " + FIRST + " --reason TEXT --home " + home);
            goesOn(open);
        }
        for (String point : new String[] {"rerun:inputs-back", "rerun:outbox-aside", "rerun:files-aside"}) {
            cutOffAt(point);
            try (OpenHome open = new OpenHome(home, null)) {
                refuses(() -> open.part(Nights.class).restart(FIRST, 2));
                goesOn(open);
            }
        }
    }

    @Test
    void isANightLikeAnyOtherOnceResultsAreAside() {
        cutOffAt("settleMerchants:after");
        try (OpenHome open = new OpenHome(home, null)) {
            saysHowToGoOn(open, "has begun and is not complete", "qingfen restart --date " + FIRST + " --home " + home);
            open.part(Nights.class).restart(FIRST, 2);
        }
        assertThat(Nightly.outbox(home)).isEqualTo(once);
    }

    private void cutOffAt(String point) {
        NightProcess.Ended killed = new NightProcess(home, null)
                .killedAt(point, 1)
                .run("rerun", "--date", FIRST.toString(), "--reason", "again", "--as", LI.name());
        assertThat(killed.exit()).as(point + ": " + killed.output()).isEqualTo(FaultPoint.HALTED);
    }

    private void goesOn(OpenHome open) {
        open.part(Reruns.class).rerun(FIRST, LI, "again", 2);
        assertThat(Nightly.outbox(home)).isEqualTo(once);
    }

    private static void refuses(Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.REFUSED));
    }

    private static void saysHowToGoOn(OpenHome open, String... said) {
        Typed status = open.typed("status", "--date", FIRST.toString());
        assertThat(status.said()).contains("re-run    2, by li.wei: again").contains(said);
    }
}
