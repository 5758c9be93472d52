package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.overview.NightAccount.Day;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FailureCardTest {
    private static FailureCard of(String failure) {
        return FailureCard.of(new Day(LocalDate.of(2026, 3, 4), "FAILED", failure));
    }

    @Test
    void namesPlaceAndNextCommandOfARefusedFile() {
        FailureCard card = of("""
                terminal-batches_20260304_01.csv:9: the trailer states 2 batches, the file holds 1
                it lies in quarantine/; put a corrected file into inbox/, then: qingfen restart --date 2026-03-04""");
        assertThat(card.what()).hasSize(2);
        assertThat(card.places()).containsExactly("terminal-batches_20260304_01.csv:9");
        assertThat(card.commands()).containsExactly("qingfen restart --date 2026-03-04");
    }

    @Test
    void saysHowToGoOnWhenTheProblemDoesNot() {
        assertThat(of("the disk is full").commands()).containsExactly("qingfen restart --date 2026-03-04");
        assertThat(of("the disk is full").places()).isEmpty();
    }

    @Test
    void namesTheLineOfTheLogBelowWhichTheStackTraceStands() {
        String what = "business date 2026-03-04: step clearTerminals failed: IllegalStateException: no rule";
        assertThat(of(what + "; what is done is kept, after mending the cause: qingfen restart --date 2026-03-04")
                        .log())
                .isEqualTo("business date 2026-03-04: step clearTerminals failed");
        assertThat(of(what + "; the cause may pass, then: qingfen restart --date 2026-03-04")
                        .log())
                .isEmpty();
        assertThat(of("a.csv:1: wrong").log()).isEmpty();
    }

    @Test
    void namesNothingTwice() {
        FailureCard card = of("a.csv:1: wrong; see: qingfen doctor, then qingfen restart --date 2026-03-04\n"
                + "a.csv:1: also wrong; qingfen doctor");
        assertThat(card.places()).containsExactly("a.csv:1");
        assertThat(card.commands()).containsExactly("qingfen doctor", "qingfen restart --date 2026-03-04");
    }
}
