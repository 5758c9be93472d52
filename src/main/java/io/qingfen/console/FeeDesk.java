package io.qingfen.console;

import io.qingfen.adjustments.Adjustments;
import io.qingfen.adjustments.Adjustments.Proposed;
import io.qingfen.repricing.Comparison;
import io.qingfen.repricing.WhatIf;
import io.qingfen.run.Actor;
import io.qingfen.run.Exit;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Fees under other plans are reckoned beside the pages, since a month takes minutes, one at a time; what came of the last
 * one of each person is remembered until the process ends. Proposals and decisions stand in the books.
 */
@OnlyServing
@Component
class FeeDesk implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(FeeDesk.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private final WhatIf whatIf;
    private final Adjustments adjustments;
    private final ExecutorService beside =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "asked-for-fees"));
    private final Map<String, Asked> last = new ConcurrentHashMap<>();
    private long asked;

    FeeDesk(WhatIf whatIf, Adjustments adjustments) {
        this.whatIf = whatIf;
        this.adjustments = adjustments;
    }

    enum Kind {
        COMPARE,
        PROPOSE,
        APPROVE
    }

    /**
     * Which dates under which plans.
     *
     * @param name of the plans, as an adjustment keeps it
     * @param plans in the form of {@code reference/fee-plans.yml}
     */
    record Plans(LocalDate from, LocalDate to, String name, String plans) {}

    /**
     * What somebody asked for last.
     *
     * @param no of this process, 1, 2, 3 …
     * @param plans null of an approval, which has the kept ones
     * @param problems why it was refused; empty otherwise
     * @param comparison null while it runs, when it was refused, and of an approval
     * @param adjustment what was proposed or approved; empty otherwise
     */
    record Asked(
            long no,
            Kind kind,
            Actor who,
            Instant begun,
            boolean runs,
            Plans plans,
            List<String> problems,
            Comparison comparison,
            String adjustment) {
        private Asked ended(List<String> why, Comparison result, String id) {
            return new Asked(no, kind, who, begun, false, plans, why, result, id);
        }
    }

    private record Result(Comparison comparison, String adjustment) {}

    Optional<Asked> last(String name) {
        return Optional.ofNullable(last.get(name));
    }

    /** @throws Refusal when somebody else's fees are being reckoned, or the plans have no name */
    Asked compare(Actor who, Plans plans) {
        return begin(
                Kind.COMPARE,
                who,
                plans,
                "",
                () -> inAFile(
                        plans, file -> new Result(whatIf.compare(plans.from(), plans.to(), file, day -> {}), "")));
    }

    /**
     * Proposes what this person compared last.
     *
     * @param no of the comparison that was looked at
     */
    Asked propose(Actor who, long no, String reason, Set<String> merchants) {
        Asked seen = last(who.name())
                .filter(one -> one.no() == no && one.comparison() != null)
                .orElseThrow(() -> new Refusal(
                        Exit.REFUSED, "what you looked at is not your last comparison; compare again, then propose"));
        Plans plans = seen.plans();
        return begin(
                Kind.PROPOSE,
                who,
                plans,
                "",
                () -> inAFile(plans, file -> {
                    Adjustments.Request request =
                            new Adjustments.Request(plans.from(), plans.to(), file, merchants, reason);
                    Proposed proposed = adjustments.propose(who, request, day -> {});
                    return new Result(
                            proposed.comparison(),
                            proposed.proposal().adjustment().id());
                }));
    }

    /** Everything is reckoned again with the plans that were kept. */
    Asked approve(Actor who, String id) {
        adjustments.show(id);
        return begin(Kind.APPROVE, who, null, id, () -> {
            adjustments.approve(who, id);
            return new Result(null, id);
        });
    }

    private synchronized Asked begin(Kind kind, Actor who, Plans plans, String id, Supplier<Result> work) {
        last.values().stream().filter(Asked::runs).findFirst().ifPresent(other -> {
            throw new Refusal(Exit.LEASE_HELD, "fees are being reckoned for " + other.who() + "; wait until that ends");
        });
        if (plans != null && !NAME.matcher(plans.name()).matches()) {
            throw new Refusal(
                    Exit.USAGE_OR_REFERENCE,
                    "plans need a name of 1 to 60 letters, digits and . _ - like fee-plans.yml");
        }
        Asked one = new Asked(++asked, kind, who, Instant.now(), true, plans, List.of(), null, id);
        last.put(who.name(), one);
        beside.execute(() -> last.put(who.name(), carriedOut(one, work)));
        return one;
    }

    private static Asked carriedOut(Asked one, Supplier<Result> work) {
        try {
            Result result = work.get();
            return one.ended(List.of(), result.comparison(), result.adjustment());
        } catch (Refusal refusal) {
            return one.ended(refusal.problems(), null, one.adjustment());
        } catch (RuntimeException broken) {
            LOG.error("fees for {} broke off", one.who(), broken);
            return one.ended(
                    List.of("it broke off: " + broken.getMessage() + "; the log has more. Nothing was changed"),
                    null,
                    one.adjustment());
        }
    }

    /** The services take a file, as the command does; problems name it as the person did. */
    private static Result inAFile(Plans plans, Function<Path, Result> use) {
        try {
            Path directory = Files.createTempDirectory("qingfen-what-if");
            Path file = directory.resolve(plans.name());
            try {
                Files.writeString(file, plans.plans());
                return use.apply(file);
            } catch (Refusal refusal) {
                throw new Refusal(
                        refusal.exit(),
                        refusal.problems().stream()
                                .map(problem -> problem.replace(directory + "/", ""))
                                .toList());
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(directory);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is reckoned writes at its end or nothing. */
    @Override
    public void destroy() {
        beside.shutdownNow();
    }
}
