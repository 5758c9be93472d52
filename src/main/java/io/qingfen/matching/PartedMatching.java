package io.qingfen.matching;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.intake.RecordParts;
import io.qingfen.reference.Terminal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Matching of a terminal whose records are too many for the heap: the same rules in the same order as of any terminal,
 * but round by round, and each round key by key (see {@link MatchingKeys}). Records without a counterpart in one round
 * go to the next. On the heap are the records of one part and the terminal's open items.
 */
public final class PartedMatching implements AutoCloseable {
    private final Terminal terminal;
    private final NightRules rules;
    private final RecordParts byReference;
    private final RecordParts byTrace;
    private final RecordParts byCard;
    private final Map<Integer, List<OpenItem>> openByReference = new HashMap<>();
    private final Map<Integer, Unpaired> openByTrace = new HashMap<>();
    private final Map<Integer, Unpaired> openByCard = new HashMap<>();
    private final Map<Integer, List<Capture>> earlierByReference = new HashMap<>();
    private final Map<Integer, List<Capture>> earlierByTrace = new HashMap<>();

    /**
     * @param open as in {@link TerminalNight}
     * @param parts room for the records of one round, the same count each time
     */
    public PartedMatching(Terminal terminal, List<OpenItem> open, NightRules rules, Supplier<RecordParts> parts) {
        this.terminal = terminal;
        this.rules = rules;
        this.byReference = parts.get();
        this.byTrace = parts.get();
        this.byCard = parts.get();
        open.forEach(this::divide);
        TerminalPairing.earlierCaptures(open).forEach(this::divideEarlier);
    }

    private void divide(OpenItem item) {
        Capture capture = item.capture();
        if (item.authorization() != null) {
            list(openByReference, referencePart(item.authorization())).add(item);
        } else if (capture.hasRrn()) {
            list(openByReference, referencePart(capture)).add(item);
        } else {
            unpaired(openByTrace, tracePart(capture)).captures().add(new CaptureSide(capture, item));
        }
    }

    private void divideEarlier(Capture capture) {
        if (capture.hasRrn()) {
            list(earlierByReference, referencePart(capture)).add(capture);
        } else {
            list(earlierByTrace, tracePart(capture)).add(capture);
        }
    }

    /** The next of today's records; captures only of batches that count, each list in order of appearance. */
    public void add(List<Capture> captures, List<Authorization> authorizations) {
        for (Capture capture : captures) {
            if (capture.hasRrn()) {
                byReference.add(referencePart(capture), capture);
            } else {
                byTrace.add(tracePart(capture), capture);
            }
        }
        for (Authorization authorization : authorizations) {
            byReference.add(referencePart(authorization), authorization, false);
        }
    }

    /**
     * The verdict on every record, after all are added.
     *
     * @param books answers what only earlier dates can tell
     */
    public void judge(Function<List<Question>, Earlier> books, TerminalVerdicts verdicts) {
        Function<TerminalPairing, Unpaired> judged = pairing -> {
            List<Question> questions = pairing.questions();
            Earlier earlier = questions.isEmpty() ? Earlier.NOTHING : books.apply(questions);
            TerminalJudgement.judge(pairing, rules, earlier, verdicts);
            return pairing.left();
        };
        for (int part = 0; part < byReference.count(); part++) {
            leaveForTraces(judged.apply(references(part)));
        }
        byReference.close();
        for (int part = 0; part < byTrace.count(); part++) {
            leaveForCards(judged.apply(later(byTrace, openByTrace, part, Round.TRACE)));
        }
        byTrace.close();
        for (int part = 0; part < byCard.count(); part++) {
            judged.apply(later(byCard, openByCard, part, Round.CARD));
        }
    }

    private TerminalPairing references(int part) {
        RecordParts.Part records = byReference.read(part);
        TerminalNight night = new TerminalNight(
                terminal, records.captures(), records.authorizations(), openByReference.getOrDefault(part, List.of()));
        return TerminalPairing.of(night, earlierByReference.getOrDefault(part, List.of()), rules, Round.REFERENCE);
    }

    /** Records come from several parts of the round before and are put back into order of appearance. */
    private TerminalPairing later(RecordParts parts, Map<Integer, Unpaired> openByPart, int part, Round round) {
        RecordParts.Part records = parts.read(part);
        Unpaired open = openByPart.getOrDefault(part, Unpaired.nothing());
        List<CaptureSide> captures = new ArrayList<>();
        records.captures().forEach(capture -> captures.add(new CaptureSide(capture, null)));
        List<AuthorizationSide> authorizations = new ArrayList<>();
        for (int i = 0; i < records.authorizations().size(); i++) {
            Authorization authorization = records.authorizations().get(i);
            AuthorizationSide side = new AuthorizationSide(authorization, rules.outcome(authorization), null);
            if (records.marked().get(i)) {
                side.reverse();
            }
            authorizations.add(side);
        }
        Unpaired left = Unpaired.nothing();
        left.captures().addAll(inOrder(open.captures(), side -> side.capture().source()));
        left.captures().addAll(inOrder(captures, side -> side.capture().source()));
        left.authorizations()
                .addAll(inOrder(
                        open.authorizations(), side -> side.authorization().source()));
        left.authorizations()
                .addAll(inOrder(authorizations, side -> side.authorization().source()));
        return TerminalPairing.of(left, earlierByTrace.getOrDefault(part, List.of()), rules, round);
    }

    private static <T, S extends Comparable<S>> List<T> inOrder(List<T> sides, Function<T, S> source) {
        return sides.stream().sorted(Comparator.comparing(source)).toList();
    }

    private void leaveForTraces(Unpaired left) {
        for (AuthorizationSide side : left.authorizations()) {
            leave(side, MatchingKeys.trace(side.authorization()), byTrace, openByTrace);
        }
    }

    private void leaveForCards(Unpaired left) {
        for (CaptureSide side : left.captures()) {
            int part = MatchingKeys.part(MatchingKeys.card(side.capture()), byCard.count());
            if (side.isTodays()) {
                byCard.add(part, side.capture());
            } else {
                unpaired(openByCard, part).captures().add(side);
            }
        }
        for (AuthorizationSide side : left.authorizations()) {
            leave(side, MatchingKeys.card(side.authorization()), byCard, openByCard);
        }
    }

    /** The mark says that it is reversed; its outcome follows from its response code. */
    private static void leave(AuthorizationSide side, long key, RecordParts parts, Map<Integer, Unpaired> open) {
        int part = MatchingKeys.part(key, parts.count());
        if (side.isTodays()) {
            parts.add(part, side.authorization(), side.isReversed());
        } else {
            unpaired(open, part).authorizations().add(side);
        }
    }

    private int referencePart(Capture capture) {
        return MatchingKeys.part(MatchingKeys.reference(capture), byReference.count());
    }

    private int referencePart(Authorization authorization) {
        return MatchingKeys.part(MatchingKeys.reference(authorization), byReference.count());
    }

    private int tracePart(Capture capture) {
        return MatchingKeys.part(MatchingKeys.trace(capture), byTrace.count());
    }

    private static <T> List<T> list(Map<Integer, List<T>> lists, int part) {
        return lists.computeIfAbsent(part, absent -> new ArrayList<>());
    }

    private static Unpaired unpaired(Map<Integer, Unpaired> parts, int part) {
        return parts.computeIfAbsent(part, absent -> Unpaired.nothing());
    }

    @Override
    public void close() {
        byReference.close();
        byTrace.close();
        byCard.close();
    }
}
