package io.qingfen.clearing.batch;

import io.qingfen.clearing.ClearedItem;
import io.qingfen.clearing.Priceables;
import io.qingfen.clearing.WatchedCounts;
import io.qingfen.clearing.jdbc.FollowUps;
import io.qingfen.intake.Authorization;
import io.qingfen.intake.Capture;
import io.qingfen.matching.AuthorizationSide;
import io.qingfen.matching.CaptureSide;
import io.qingfen.matching.Earlier;
import io.qingfen.matching.MatchStatus;
import io.qingfen.matching.MatchedBy;
import io.qingfen.matching.OpenItem;
import io.qingfen.matching.Pair;
import io.qingfen.matching.TerminalVerdicts;
import io.qingfen.pricing.Prices;
import io.qingfen.reference.ResponseCode;
import io.qingfen.review.CaseKind;
import java.util.Set;

/** Turns the verdicts on terminals into rows, money, cases and open items. */
final class TerminalClearing implements TerminalVerdicts {
    private final OpenBooks open;
    private final ItemStatus items;
    private final FollowUps followUps;
    private final Prices prices;
    private final Set<String> terminalsWithOrphans;

    /** @param terminalsWithOrphans collects the terminals whose authorizations stay without capture */
    TerminalClearing(OpenBooks open, FollowUps followUps, Prices prices, Set<String> terminalsWithOrphans) {
        this.open = open;
        this.items = new ItemStatus(open);
        this.followUps = followUps;
        this.prices = prices;
        this.terminalsWithOrphans = terminalsWithOrphans;
    }

    @Override
    public void pair(Pair pair, MatchStatus status) {
        Capture capture = pair.captureSide().capture();
        Authorization authorization = pair.authorizationSide().authorization();
        joined(pair);
        noteUnmapped(pair.authorizationSide());
        if (status == MatchStatus.MATCHED) {
            price(pair.matchedBy(), capture, authorization);
        } else {
            items.verdict(
                    open.ids().of(capture),
                    status,
                    pair.matchedBy(),
                    capture,
                    authorization,
                    open.rules().joinsUntil(open.businessDate()));
        }
    }

    /** Two singles that people decided to be one sale: cleared and priced like any pair; their cases are closed. */
    void linked(OpenItem claim, OpenItem answer) {
        items.release(claim);
        items.release(answer);
        price(MatchedBy.LK, claim.capture(), answer.authorization());
    }

    private void price(MatchedBy matchedBy, Capture capture, Authorization authorization) {
        String itemId = open.ids().of(capture);
        Prices.Price price = prices.price(Priceables.of(capture, authorization));
        if (price == null) {
            items.verdict(
                    itemId,
                    MatchStatus.UNPRICED,
                    matchedBy,
                    capture,
                    authorization,
                    open.rules().joinsUntil(open.businessDate()));
            return;
        }
        items.settled(new ClearedItem(
                itemId,
                capture,
                authorization,
                matchedBy,
                price.feeMinor(),
                price.rule(),
                price.costMinor(),
                null,
                null,
                capture.terminal()));
    }

    @Override
    public void followUp(Pair pair) {
        joined(pair);
        noteUnmapped(pair.authorizationSide());
        open.books().night().captures("TO_FOLLOW_UP", pair.captureSide().capture());
        open.books()
                .night()
                .authorizations("TO_FOLLOW_UP", pair.authorizationSide().authorization());
        followUps.add(pair, open.ids().of(pair.captureSide().capture()));
    }

    /** Being paired is being resolved: open singles close, and what they held in the books comes back. */
    private void joined(Pair pair) {
        if (pair.captureSide().open() != null) {
            items.resolved(pair.captureSide().open());
        }
        if (pair.authorizationSide().open() != null) {
            items.resolved(pair.authorizationSide().open());
        }
    }

    @Override
    public void singleCapture(CaptureSide side, MatchStatus status) {
        Capture capture = side.capture();
        items.verdict(
                open.ids().of(capture),
                status,
                null,
                capture,
                null,
                open.rules().joinsUntil(open.businessDate()));
    }

    @Override
    public void singleAuthorization(AuthorizationSide side, MatchStatus status) {
        Authorization authorization = side.authorization();
        if (status == MatchStatus.ORPHAN_AUTHORIZATION) {
            terminalsWithOrphans.add(authorization.terminal().id());
        }
        items.verdict(
                open.ids().of(authorization),
                status,
                null,
                null,
                authorization,
                open.rules().joinsUntil(open.businessDate()));
    }

    @Override
    public void failed(AuthorizationSide side, boolean staysOpen) {
        Authorization authorization = side.authorization();
        noteUnmapped(side);
        ResponseCode code = open.rules().snapshot().responseCode(authorization.responseCode());
        open.books().failure(authorization, code == null ? ResponseCode.Outcome.UNKNOWN : code.outcome());
        if (staysOpen) {
            open.books().night().authorizations("OPEN", authorization);
            items.waits(open.ids().of(authorization), authorization);
        } else {
            open.books().night().authorizations("FAILED", authorization);
        }
    }

    @Override
    public void notFinancial(AuthorizationSide side) {
        if (side.authorization().txnType().isCapturable()) {
            noteUnmapped(side);
        }
        open.books().night().authorizations("NOT_FINANCIAL", side.authorization());
    }

    /** A response code that the table lacks is a case, once per code and date; collected here, opened per date. */
    private void noteUnmapped(AuthorizationSide side) {
        String code = side.authorization().responseCode();
        if (side.isTodays() && !side.isDuplicate() && open.rules().snapshot().responseCode(code) == null) {
            open.books().night().count(WatchedCounts.UNMAPPED + code);
        }
    }

    @Override
    public void openReversed(OpenItem item) {
        items.release(item);
        open.reversed(item.caseId());
        open.books().night().authorizations("NOT_FINANCIAL", item.authorization());
    }

    @Override
    public void pairReversed(OpenItem item) {
        items.release(item);
        open.reversed(item.caseId());
        open.books()
                .unsettled(
                        item.itemId(),
                        MatchStatus.REVERSED_CAPTURE,
                        item.matchedBy(),
                        item.capture(),
                        item.authorization());
        open.books().night().captures("NOT_SETTLED", item.capture());
        open.books().night().authorizations("NOT_SETTLED", item.authorization());
    }

    @Override
    public void stillOpen(OpenItem item) {
        if (item.capture() != null) {
            open.books().night().captures("OPEN", item.capture());
        }
        if (item.authorization() != null) {
            open.books().night().authorizations("OPEN", item.authorization());
        }
    }

    @Override
    public void judgedAgain(OpenItem item) {
        open.books().night().captures("TO_FOLLOW_UP", item.capture());
        open.books().night().authorizations("TO_FOLLOW_UP", item.authorization());
        followUps.add(item);
    }

    @Override
    public void holdOpened(Authorization preauth) {
        followUps.hold(preauth, preauth.rrn(), "OPEN");
    }

    @Override
    public void holdClosed(Authorization by, long rrn) {
        followUps.hold(by, rrn, by.txnType().name());
    }

    @Override
    public void reversalAfterClearing(AuthorizationSide reversal, Earlier.Original original) {
        Authorization authorization = reversal.authorization();
        String itemId = open.ids().of(authorization);
        open.openCase(items.cases()
                .of(itemId, CaseKind.REVERSAL_AFTER_CLEARING, null, authorization, original.stillPaidMinor()));
        items.withholdAfterClearing(itemId, authorization, original);
        followUps.reversed(original, authorization, itemId);
    }

    @Override
    public void reversalWaits(AuthorizationSide reversal) {
        Authorization authorization = reversal.authorization();
        open.books().night().authorizations("NOT_FINANCIAL", authorization);
        items.reversalWaits(open.ids().of(authorization), authorization);
    }

    @Override
    public void reversalDone(OpenItem reversal) {
        open.openItems().remove(reversal.itemId(), reversal.openedOn());
    }

    @Override
    public void reversalWithoutOriginal(OpenItem reversal) {
        open.openItems().remove(reversal.itemId(), reversal.openedOn());
        open.openCase(items.cases()
                .of(reversal.itemId(), MatchStatus.REVERSAL_WITHOUT_ORIGINAL, null, reversal.authorization()));
    }

    @Override
    public void defective(AuthorizationSide side) {
        Authorization authorization = side.authorization();
        open.openCase(items.cases().of(open.ids().of(authorization), CaseKind.DEFECTIVE_APPROVAL, null, authorization));
    }
}
