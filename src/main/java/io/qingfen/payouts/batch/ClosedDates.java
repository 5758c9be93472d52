package io.qingfen.payouts.batch;

import io.qingfen.payouts.Release;
import io.qingfen.payouts.jdbc.Preparedness;
import io.qingfen.payouts.jdbc.Proposals;
import io.qingfen.run.Actor;
import io.qingfen.run.BooksMark;
import io.qingfen.run.BusinessDays;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What every act on the payouts of a date asks first. */
@Component
class ClosedDates {
    private static final Set<Release.State> DECIDED = Set.of(Release.State.APPROVED, Release.State.RELEASED);
    private final Preparedness prepared;
    private final Proposals proposals;
    private final BooksMark mark;

    ClosedDates(Preparedness prepared, Proposals proposals, BooksMark mark) {
        this.prepared = prepared;
        this.proposals = proposals;
        this.mark = mark;
    }

    /** The name of the program's own acts is not for people. */
    static void requirePerson(Actor who) {
        if (who.isSamePersonAs(Actor.SYSTEM)) {
            throw new Refusal(Exit.REFUSED, "'system' is not a person; say who you are: --as NAME");
        }
    }

    /** Locks the date until the transaction ends. Books that were restored from an older backup release nothing. */
    void requireClosed(LocalDate date) {
        mark.require();
        String state = prepared.lock(date)
                .orElseThrow(() ->
                        new Refusal(Exit.REFUSED, date + " is not in the books; first: qingfen run --date " + date));
        if (state.equals("RETIRED")) {
            throw BusinessDays.left(date);
        }
        if (!state.equals("CLOSED")) {
            throw new Refusal(
                    Exit.REFUSED,
                    date + " is not closed (" + state + "): its bank files may still change; first: qingfen restart"
                            + " --date " + date);
        }
    }

    /** Which run of the date its books are: 1, and one more for each re-run. */
    int generation(LocalDate date) {
        return prepared.generation(date);
    }

    Refusal nothingToApprove(LocalDate date) {
        Optional<Release> last = proposals.last(date);
        String said = last.map(release ->
                        "its last proposal, " + release.no() + " of " + release.maker() + ", is " + standing(release))
                .orElse("nothing was proposed");
        String look = "look: qingfen payouts show --date " + date;
        boolean decided =
                last.filter(release -> DECIDED.contains(release.state())).isPresent();
        return new Refusal(
                Exit.REFUSED,
                "no proposal of " + date + " waits: " + said
                        + (decided
                                ? ". There is nothing to do; " + look
                                : "; " + look + ", and propose: qingfen payouts propose --date " + date));
    }

    private String standing(Release release) {
        if (!DECIDED.contains(release.state())) {
            return release.state().name();
        }
        String by = release.checker().isEmpty() ? "the system" : release.checker();
        return release.state() + ", approved by " + by + " at " + proposals.approvedAt(release)
                + (release.state() == Release.State.APPROVED ? "; its files are being put into released/" : "");
    }
}
