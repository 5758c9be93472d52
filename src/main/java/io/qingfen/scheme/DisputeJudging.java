package io.qingfen.scheme;

import io.qingfen.scheme.DisputeVerdict.Original;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Says whose a dispute is. A merchant is charged for what it was paid and no more, and gets back what it was charged and no
 * more; where that is not sure nothing moves, and a person sees the case.
 */
public final class DisputeJudging {
    private final LocalDate answerUntil;
    private final Function<Dispute, List<Original>> originals;
    private final Map<String, Long> chargedNow = new HashMap<>();
    private final Set<String> toldNow = new HashSet<>();

    /**
     * @param answerUntil last date to answer a chargeback of now
     * @param originals sales of ours that a dispute may be about
     */
    public DisputeJudging(LocalDate answerUntil, Function<Dispute, List<Original>> originals) {
        this.answerUntil = answerUntil;
        this.originals = originals;
    }

    /** In the order of the file: several may be about one transaction. */
    public List<DisputeVerdict> judge(List<Dispute> disputes) {
        List<DisputeVerdict> verdicts = new ArrayList<>();
        disputes.forEach(dispute -> verdicts.add(judge(dispute)));
        return verdicts;
    }

    private DisputeVerdict judge(Dispute dispute) {
        List<Original> found = originals.apply(dispute);
        Original original = found.size() == 1 ? found.get(0) : null;
        LocalDate until = dispute.type().canBeAnswered() ? answerUntil : null;
        String why = whyNothing(dispute, found, original);
        if (!why.isEmpty()) {
            return new DisputeVerdict(dispute, original, "", why, until);
        }
        toldNow.add(identity(dispute, original));
        boolean takes = dispute.amountMinor() < 0;
        chargedNow.merge(original.transactionId(), -dispute.amountMinor(), Math::addExact);
        return new DisputeVerdict(
                dispute, original, takes ? DisputeVerdict.TAKES : DisputeVerdict.GIVES_BACK, "", until);
    }

    private String whyNothing(Dispute dispute, List<Original> found, Original original) {
        if (dispute.type().effect() == DisputeType.Effect.NONE || dispute.amountMinor() == 0) {
            return "a " + dispute.type() + " moves nothing of a merchant";
        }
        if (original == null) {
            return found.isEmpty()
                    ? "no transaction of ours is known that it is about"
                    : found.size() + " transactions of ours may be meant";
        }
        if (original.toldBefore() || toldNow.contains(identity(dispute, original))) {
            return "the same dispute was told before";
        }
        long charged =
                Math.addExact(original.chargedBackMinor(), chargedNow.getOrDefault(original.transactionId(), 0L));
        long left = original.amountMinor() - original.givenBackMinor() - charged;
        if (dispute.amountMinor() < 0 && -dispute.amountMinor() > left) {
            return "more than what the merchant still holds of the transaction";
        }
        return dispute.amountMinor() > 0 && dispute.amountMinor() > charged
                ? "more than what the merchant was charged for the transaction"
                : "";
    }

    /** The scheme's own name of it; a file delivered in other bytes, or AERR beside AERRA, has it again. */
    private static String identity(Dispute dispute, Original original) {
        return original.transactionId() + "|" + dispute.type() + "|" + dispute.schemeRef();
    }
}
