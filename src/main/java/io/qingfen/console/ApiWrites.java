package io.qingfen.console;

import io.qingfen.payouts.PayoutReleases;
import io.qingfen.review.CaseDecisions;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What people decide, through programs: by the same services as the pages, so by two persons too. */
@OnlyServing
@RestController
class ApiWrites {
    private final CaseDecisions decisions;
    private final CaseQueue queue;
    private final PayoutReleases releases;
    private final StepUp stepUp;

    ApiWrites(CaseDecisions decisions, CaseQueue queue, PayoutReleases releases, StepUp stepUp) {
        this.decisions = decisions;
        this.queue = queue;
        this.releases = releases;
        this.stepUp = stepUp;
    }

    record Decided(Resolution resolution, String comment, String with, LocalDate until) {}

    record Said(String comment) {}

    record Proposed(List<String> totals) {}

    /** @param proposal the one that was looked at; null: whichever waits */
    record Looked(String proposal) {}

    /** @param proposal number of the one that was looked at; null: whichever waits */
    record Confirmed(String password, Integer proposal) {}

    record Withdrawn(String reason) {}

    @GetMapping("/api/cases/{id}")
    Map<String, Object> item(@PathVariable String id) {
        return ApiJson.one(found(id), decisions.standing(id));
    }

    @PostMapping("/api/cases/{id}/propose")
    Map<String, Object> propose(Principal maker, @PathVariable String id, @RequestBody Decided asked) {
        found(id);
        require(asked.resolution(), "resolution");
        if (asked.with() != null && asked.with().indexOf('\0') >= 0) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, ApiErrors.NOT_UNDERSTOOD);
        }
        Proposal proposal = new Proposal(
                id,
                asked.resolution(),
                Optional.ofNullable(asked.with()),
                Optional.ofNullable(asked.until()),
                require(asked.comment(), "comment"));
        decisions.propose(actor(maker), proposal);
        return item(id);
    }

    @PostMapping("/api/cases/{id}/approve")
    Map<String, Object> approve(
            Principal checker, @PathVariable String id, @RequestBody(required = false) Looked looked) {
        found(id);
        String seen = looked == null || looked.proposal() == null ? "" : looked.proposal();
        decisions.approve(actor(checker), id, seen);
        return item(id);
    }

    @PostMapping("/api/cases/{id}/reject")
    Map<String, Object> reject(Principal checker, @PathVariable String id, @RequestBody Said why) {
        found(id);
        decisions.reject(actor(checker), id, require(why.comment(), "comment"));
        return item(id);
    }

    @GetMapping("/api/releases/{date}")
    Map<String, Object> release(@PathVariable LocalDate date) {
        return ApiJson.release(releases.page(date));
    }

    @PostMapping("/api/releases/{date}/propose")
    Map<String, Object> proposeRelease(Principal maker, @PathVariable LocalDate date, @RequestBody Proposed asked) {
        List<String> totals = asked.totals() == null ? List.of() : asked.totals();
        totals.forEach(total -> require(total, "totals"));
        releases.propose(date, actor(maker), totals);
        return release(date);
    }

    /** The password of whoever lets it go stands in the request: a token alone moves no money. */
    @PostMapping("/api/releases/{date}/approve")
    Map<String, Object> approveRelease(Principal checker, @PathVariable LocalDate date, @RequestBody Confirmed again) {
        confirm(checker, require(again.password(), "password"));
        releases.approve(date, actor(checker), again.proposal() == null ? 0 : again.proposal());
        return release(date);
    }

    /** Whoever is not believed is turned away; nothing was asked of the release, which may be asked again. */
    private void confirm(Principal checker, String password) {
        try {
            stepUp.require(checker.getName(), password);
        } catch (Refusal notBelieved) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, notBelieved.getMessage(), notBelieved);
        }
    }

    @PostMapping("/api/releases/{date}/withdraw")
    Map<String, Object> withdrawRelease(Principal who, @PathVariable LocalDate date, @RequestBody Withdrawn why) {
        releases.withdraw(date, actor(who), require(why.reason(), "reason"));
        return release(date);
    }

    private CaseQueue.Item found(String id) {
        return queue.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "the books do not have it"));
    }

    private static <T> T require(T given, String field) {
        if (given == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "field " + field + " is missing");
        }
        return given;
    }

    private static Actor actor(Principal who) {
        return new Actor(who.getName());
    }
}
