package io.qingfen.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One terminal's night in a test: records in, verdicts out as short sentences such as {@code C1+A1 MATCHED K1}. */
final class Story implements TerminalVerdicts {
    private final List<Capture> captures = new ArrayList<>();
    private final List<Authorization> authorizations = new ArrayList<>();
    private final List<OpenItem> open = new ArrayList<>();
    private final List<String> verdicts = new ArrayList<>();

    static Story of() {
        return new Story();
    }

    Story with(Shop.Claim... claims) {
        Arrays.stream(claims).map(Shop.Claim::build).forEach(captures::add);
        return this;
    }

    Story with(Shop.Answer... answers) {
        Arrays.stream(answers).map(Shop.Answer::build).forEach(authorizations::add);
        return this;
    }

    Story withOpen(MatchStatus status, Capture capture, Authorization authorization, int joinsForDays) {
        LocalDate yesterday = Shop.TODAY.minusDays(1);
        open.add(new OpenItem(
                "open-" + name(capture, authorization),
                yesterday,
                status,
                capture != null && authorization != null ? MatchedBy.K1 : null,
                capture,
                authorization,
                "K",
                0,
                0,
                Shop.TODAY.plusDays(joinsForDays)));
        return this;
    }

    List<String> play() {
        return play(Earlier.NOTHING);
    }

    /** Plays the night at once, and in parts as of a terminal too large for the heap: both must say the same. */
    List<String> play(Earlier earlier) {
        TerminalPairing pairing =
                TerminalPairing.of(new TerminalNight(Shop.TERMINAL, captures, authorizations, open), Shop.RULES);
        TerminalJudgement.judge(pairing, Shop.RULES, earlier, this);
        List<String> atOnce = List.copyOf(verdicts);
        for (int parts : new int[] {1, 2, 7}) {
            verdicts.clear();
            playInParts(parts, earlier);
            assertThat(verdicts).as("in %s parts, %s", parts, this).containsExactlyInAnyOrderElementsOf(atOnce);
        }
        return atOnce;
    }

    private void playInParts(int parts, Earlier earlier) {
        try (PartedMatching matching =
                new PartedMatching(Shop.TERMINAL, open, Shop.RULES, () -> new HeapParts(parts))) {
            int half = captures.size() / 2;
            matching.add(captures.subList(0, half), authorizations);
            matching.add(captures.subList(half, captures.size()), List.of());
            matching.judge(questions -> earlier, this);
        }
    }

    @Override
    public String toString() {
        return "captures " + captures + "\nauthorizations " + authorizations + "\nopen " + open;
    }

    private static String name(Capture capture, Authorization authorization) {
        String left = capture == null ? "" : "C" + capture.source().line();
        String right = authorization == null ? "" : "A" + authorization.source().line();
        return left.isEmpty() || right.isEmpty() ? left + right : left + "+" + right;
    }

    private void say(Capture capture, Authorization authorization, String verdict) {
        verdicts.add(name(capture, authorization) + " " + verdict);
    }

    @Override
    public void pair(Pair pair, MatchStatus status) {
        say(pair.captureSide().capture(), pair.authorizationSide().authorization(), status + " " + pair.matchedBy());
    }

    @Override
    public void followUp(Pair pair) {
        say(pair.captureSide().capture(), pair.authorizationSide().authorization(), "follow-up " + pair.matchedBy());
    }

    @Override
    public void singleCapture(CaptureSide side, MatchStatus status) {
        say(side.capture(), null, status.name());
    }

    @Override
    public void singleAuthorization(AuthorizationSide side, MatchStatus status) {
        say(null, side.authorization(), status.name());
    }

    @Override
    public void failed(AuthorizationSide side, boolean staysOpen) {
        say(null, side.authorization(), staysOpen ? "failed, stays open" : "failed");
    }

    @Override
    public void notFinancial(AuthorizationSide side) {
        say(null, side.authorization(), "not financial");
    }

    @Override
    public void openReversed(OpenItem item) {
        say(null, item.authorization(), "open, reversed");
    }

    @Override
    public void pairReversed(OpenItem item) {
        say(item.capture(), item.authorization(), "waiting, reversed");
    }

    @Override
    public void stillOpen(OpenItem item) {
        say(item.capture(), item.authorization(), "still open");
    }

    @Override
    public void judgedAgain(OpenItem item) {
        say(item.capture(), item.authorization(), "judged again");
    }

    @Override
    public void holdOpened(Authorization preauth) {
        say(null, preauth, "opens a hold");
    }

    @Override
    public void holdClosed(Authorization by, long rrn) {
        say(null, by, "closes hold " + rrn);
    }

    @Override
    public void reversalAfterClearing(AuthorizationSide reversal, Earlier.Original original) {
        say(null, reversal.authorization(), "reverses cleared " + original.transactionId());
    }

    @Override
    public void reversalWaits(AuthorizationSide reversal) {
        say(null, reversal.authorization(), "waits");
    }

    @Override
    public void reversalDone(OpenItem reversal) {
        say(null, reversal.authorization(), "done waiting");
    }

    @Override
    public void reversalWithoutOriginal(OpenItem reversal) {
        say(null, reversal.authorization(), "gives up");
    }

    @Override
    public void defective(AuthorizationSide side) {
        say(null, side.authorization(), "defective");
    }
}
