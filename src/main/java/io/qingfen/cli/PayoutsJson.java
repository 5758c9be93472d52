package io.qingfen.cli;

import io.qingfen.money.Amounts;
import io.qingfen.payouts.LookAt;
import io.qingfen.payouts.PayoutStory;
import io.qingfen.payouts.Release;
import io.qingfen.payouts.ReleasePage;
import io.qingfen.payouts.ReleaseTotal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payouts and their release for machines. */
final class PayoutsJson {
    private PayoutsJson() {}

    static Map<String, Object> page(ReleasePage page, List<String> objections) {
        Map<String, Object> states = new LinkedHashMap<>();
        page.byState().forEach((state, count) -> states.put(state.name(), count));
        return Json.object(
                "businessDate",
                page.businessDate().toString(),
                "totals",
                page.totals().stream().map(PayoutsJson::total).toList(),
                "states",
                states,
                "files",
                page.files().stream()
                        .map(file -> Json.object("name", file.name(), "sha256", file.sha256()))
                        .toList(),
                "release",
                page.release().map(PayoutsJson::release).orElse(null),
                "objections",
                objections,
                "lookAt",
                page.lookAt().stream().map(PayoutsJson::lookAt).toList());
    }

    private static Map<String, Object> total(ReleaseTotal total) {
        return Json.object(
                "valueDate", total.valueDate().toString(),
                "currency", total.currency().code(),
                "payouts", total.payouts(),
                "amount", Amounts.format(total.amountMinor(), total.currency()));
    }

    static Map<String, Object> release(Release release) {
        return Json.object(
                "businessDate", release.businessDate().toString(),
                "proposal", release.no(),
                "state", release.state().name(),
                "digest", release.digest(),
                "maker", release.maker(),
                "proposedAt", release.proposedAt().toString(),
                "expiresAt", release.expiresAt().toString(),
                "checker", release.checker(),
                "reason", release.reason());
    }

    private static Map<String, Object> lookAt(LookAt one) {
        return Json.object(
                "payoutId",
                one.payoutId(),
                "merchantId",
                one.merchantId(),
                "account",
                one.accountMasked(),
                "amount",
                Amounts.format(one.amountMinor(), one.currency()),
                "currency",
                one.currency().code(),
                "reason",
                one.reason().name(),
                "average",
                one.averageMinor() == null ? null : Amounts.format(one.averageMinor(), one.currency()),
                "changedOn",
                text(one.changedOn()));
    }

    static Map<String, Object> story(PayoutStory story) {
        return Json.object(
                "payoutId", story.payoutId(),
                "businessDate", story.businessDate().toString(),
                "merchantId", story.merchantId(),
                "account", story.accountMasked(),
                "amount", Amounts.format(story.amountMinor(), story.currency()),
                "currency", story.currency().code(),
                "valueDate", story.valueDate().toString(),
                "state", story.state().name(),
                "events", story.events().stream().map(PayoutsJson::event).toList());
    }

    private static Map<String, Object> event(PayoutStory.Event event) {
        return Json.object(
                "from", event.from().name(),
                "to", event.to().name(),
                "at", event.at().toString(),
                "actor", event.actor(),
                "source", event.source(),
                "reason", event.reason(),
                "bankDate", text(event.bankDate()),
                "bookedOn", text(event.bookedOn()));
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }
}
