package io.qingfen.payouts.batch;

import io.qingfen.payouts.PayoutResults.Waiting;
import io.qingfen.payouts.ResultVerdict;
import io.qingfen.payouts.jdbc.PayoutStates;
import io.qingfen.payouts.jdbc.ResultFiles;
import io.qingfen.payouts.jdbc.ResultFiles.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be said of a result file before anything is done with it, against the books as they stand. */
final class LookingAtResults {
    private final ResultFiles taken;
    private final PayoutStates states;

    LookingAtResults(ResultFiles taken, PayoutStates states) {
        this.taken = taken;
        this.states = states;
    }

    Waiting at(ResultInbox.Arrived arrived) {
        if (!arrived.problem().isEmpty()) {
            return new Waiting(arrived.name(), 0, 0, 0, List.of(arrived.problem()));
        }
        Optional<Known> same = taken.bySha256(arrived.sha256()).filter(Known::archived);
        if (same.isPresent()) {
            return new Waiting(arrived.name(), 0, 0, 0, List.of(sameAs(arrived, same.get())));
        }
        ResultFile file = ResultFile.read(arrived.name(), arrived.bytes());
        List<ResultVerdict> verdicts = file.results().stream()
                .map(result -> ResultVerdict.of(result, states.story(result.payoutId())))
                .toList();
        long changing =
                verdicts.stream().filter(verdict -> !verdict.path().isEmpty()).count();
        long opened =
                verdicts.stream().filter(verdict -> verdict.kind().isPresent()).count();
        return new Waiting(arrived.name(), verdicts.size(), changing, opened, problems(arrived, file));
    }

    /** Empty when the file can be taken. */
    List<String> problems(ResultInbox.Arrived arrived, ResultFile file) {
        List<String> problems = new ArrayList<>();
        taken.byName(arrived.name())
                .filter(known -> !known.sha256().equals(arrived.sha256()))
                .ifPresent(
                        known -> problems.add(arrived.name() + ": this name was used already with other bytes: SHA-256 "
                                + known.sha256() + ", this file " + arrived.sha256() + "; send it under a new number"));
        problems.addAll(file.problems());
        return problems;
    }

    static String sameAs(ResultInbox.Arrived arrived, Known same) {
        return arrived.name() + ": the same bytes were taken as " + same.name() + "; nothing was done with it";
    }
}
