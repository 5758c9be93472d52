package io.qingfen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.NamedCommands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands in messages can be typed as they stand: ^ marks where the home has to be named. */
class NamingCommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "then: qingfen restart --date 2026-03-02^",
                "see qingfen status --date 2026-03-02^.",
                "dates that are: qingfen status^",
                "look: qingfen payouts show --date 2026-03-02^, and propose: qingfen payouts propose --date 2026-03-02^",
                "is stopped until it is out (qingfen payouts withdraw P20260302-898310000000001 --reason TEXT^), or",
                "say why: qingfen payouts withdraw P1 --reason \"what is wrong with it\"^",
                "it is right: qingfen payouts propose --date 2026-03-02 --confirm-total CNY=5603.37^",
                "another person: qingfen payouts approve --date 2026-03-02 --as NAME^",
                "all of them: qingfen verify --date 2026-03-02^",
                "qingfen run nightly-settlement --date 2026-03-03^ (or --until 2026-03-05)",
                "then: qingfen run payout-results^",
                "List them: qingfen holds list --all^",
                "qingfen holds lift H0123456789abcdef0123 --reason TEXT^",
                "qingfen cases show Kfedcba98765432100000^ or ask",
                "See it: qingfen adjustments show Jb5b81b1b7df7e9ab18e2^; another person approves it",
                "lift it: qingfen holds lift Heb91a2207b93fe178bae --reason TEXT^; or take it out",
                "then: qingfen cases show Kffaabbccddeeffaabbcc^",
                "to bring both together: qingfen cases propose K0 --resolution LINK --with K1 --comment TEXT^",
                "qingfen cases approve --selection S0123456789abcdef --count 12 --sum 345.00^",
                "Run the first date: qingfen run --date D^",
                "look at it: qingfen cases show K0123456789abcdef0123^ or ask",
                "type qingfen rerun^ again",
                "mend it, then: qingfen reference check --date 2026-03-02^",
                "Try: qingfen payouts withdraw --help",
                "Run them: qingfen run --date 2026-03-02 --home /srv/other",
                "see one at work: qingfen demo",
                "property qingfen.account.key, file qingfen.yml"
            })
    void namesTheHomeAtTheEndOfEachCommand(String marked) {
        assertThat(NamedCommands.onHome(marked.replace("^", ""), " --home '/srv/q $1'"))
                .isEqualTo(marked.replace("^", " --home '/srv/q $1'"));
    }

    @Test
    void leavesTextsAloneWhenTheHomeNeedsNoName() {
        assertThat(NamedCommands.onHome("qingfen status", "")).isEqualTo("qingfen status");
    }
}
