package io.qingfen.cli;

import io.qingfen.review.CaseDecisions;
import io.qingfen.review.CaseDecisions.Act;
import io.qingfen.review.CaseDecisions.Standing;
import io.qingfen.review.CaseEffects;
import io.qingfen.review.CaseQueue.Item;
import io.qingfen.review.CaseState;
import io.qingfen.review.Effect;
import io.qingfen.review.Proposal;
import io.qingfen.review.Resolution;
import io.qingfen.review.Resolutions;
import io.qingfen.review.Situation;
import io.qingfen.run.Refusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about one case that a person needs to decide it. */
final class CaseFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String SIDES = "    %-13s %-32s %-32s %s";

    private final Item item;
    private final Situation situation;
    private final Optional<Standing> standing;
    private final List<Act> history;
    private final CaseDecisions decisions;

    private CaseFile(Item item, Situation situation, CaseDecisions decisions) {
        this.item = item;
        this.situation = situation;
        this.decisions = decisions;
        this.standing = decisions.standing(item.id());
        this.history = decisions.history(item.id());
    }

    /** To be read while the engine is open. */
    static CaseFile of(Engine engine, Item item) {
        return new CaseFile(item, engine.part(CaseEffects.class).of(item.id()), engine.part(CaseDecisions.class));
    }

    List<String> text(Console console) {
        List<String> lines = new ArrayList<>(CaseText.full(console, item));
        situation
                .joinsUntil()
                .ifPresent(date -> lines.add(
                        situation.joins()
                                ? "  waits for its counterpart until " + date
                                : "  waited for its counterpart until " + date));
        records(lines);
        if (item.state() == CaseState.OPEN) {
            choices(lines);
        }
        standing.filter(one -> !item.state().isClosed()).ifPresent(one -> lines.addAll(proposal(one)));
        if (!history.isEmpty()) {
            lines.add("  history");
            history.forEach(act -> lines.add("    " + line(act)));
        }
        return lines;
    }

    private void records(List<String> lines) {
        if (!situation.fields().isEmpty()) {
            lines.add("  records");
            lines.add(String.format(SIDES, "", "captured", "authorized", "").stripTrailing());
            situation
                    .fields()
                    .forEach(field -> lines.add(String.format(
                                    SIDES,
                                    field.name(),
                                    field.captured(),
                                    field.authorized(),
                                    field.differs() ? "<- differ" : "")
                            .stripTrailing()));
        }
    }

    private void choices(List<String> lines) {
        lines.add("  suggested   " + situation.suggestion().resolution() + ": "
                + situation.suggestion().reason());
        for (Resolution resolution : Resolutions.allowed(item.kind(), situation.waiting())) {
            lines.add("  possible    " + resolution);
            if (resolution == Resolution.LINK) {
                lines.add("    with the case of the other record: --resolution LINK --with CASE");
            } else if (resolution == Resolution.WAIT) {
                lines.add("    the case is open again on a date: --resolution WAIT --until DATE");
            } else {
                lines.addAll(preview(resolution));
            }
        }
    }

    private List<String> preview(Resolution resolution) {
        try {
            return EffectText.of(effect(resolution));
        } catch (Refusal refusal) {
            return refusal.problems().stream().map(problem -> "    " + problem).toList();
        }
    }

    private Effect effect(Resolution resolution) {
        return decisions.preview(
                new Proposal(item.id(), resolution, Optional.empty(), Optional.empty(), "only looking"));
    }

    private List<String> proposal(Standing one) {
        Proposal proposal = one.proposal();
        String words = "  proposed    " + proposal.resolution()
                + proposal.with().map(other -> " with " + other).orElse("")
                + proposal.until()
                        .map(LocalDate::toString)
                        .map(date -> " until " + date)
                        .orElse("")
                + " by " + one.maker() + (one.selection().isEmpty() ? "" : ", selection " + one.selection()) + ": "
                + proposal.comment();
        return List.of(words, "              " + one.state() + (one.checker().isEmpty() ? "" : " by " + one.checker()));
    }

    static String line(Act act) {
        return act.at().withOffsetSameInstant(ZoneOffset.UTC).format(TIME) + "Z  " + act.action() + " by " + act.actor()
                + (act.detail().isEmpty() ? "" : ": " + act.detail());
    }

    Map<String, Object> json() {
        Map<String, Object> json = CaseText.json(item);
        json.put("waiting", situation.waiting().name());
        json.put("joinsUntil", situation.joinsUntil().map(LocalDate::toString).orElse(null));
        json.put(
                "suggestion",
                Json.object(
                        "resolution", situation.suggestion().resolution().name(),
                        "reason", situation.suggestion().reason()));
        json.put(
                "allowed",
                Resolutions.allowed(item.kind(), situation.waiting()).stream()
                        .map(Enum::name)
                        .toList());
        json.put("records", situation.fields().stream().map(CaseFile::json).toList());
        json.put("proposal", standing.map(CaseFile::json).orElse(null));
        json.put("history", history.stream().map(CaseFile::json).toList());
        return json;
    }

    private static Map<String, Object> json(Situation.Field field) {
        return Json.object("field", field.name(), "captured", field.captured(), "authorized", field.authorized());
    }

    private static Map<String, Object> json(Standing one) {
        return Json.object(
                "resolution", one.proposal().resolution().name(),
                "with", one.proposal().with().orElse(null),
                "until", one.proposal().until().map(LocalDate::toString).orElse(null),
                "comment", one.proposal().comment(),
                "state", one.state(),
                "maker", one.maker(),
                "checker", one.checker(),
                "selection", one.selection(),
                "businessDate", one.businessDate().map(LocalDate::toString).orElse(null));
    }

    static Map<String, Object> json(Act act) {
        return Json.object(
                "at", act.at().toInstant().toString(),
                "actor", act.actor(),
                "action", act.action(),
                "detail", act.detail());
    }
}
