package io.qingfen.cli;

import static io.qingfen.cli.Json.object;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.overview.Flow;
import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import java.util.List;
import java.util.Map;

/** Nights as JSON: amounts are decimal strings with the currency's digits, dates are ISO. */
final class NightJson {
    private NightJson() {}

    static Map<String, Object> night(NightAccount account) {
        Map<String, Object> night = object(
                "businessDate", account.day().date().toString(),
                "state", account.day().state(),
                "failure", account.day().failure());
        night.put(
                "files", each(account.files(), f -> object("name", f.name(), "lines", f.lines(), "state", f.state())));
        night.put(
                "notices",
                each(account.notices(), n -> object("file", n.file(), "notice", n.notice(), "detail", n.detail())));
        night.put("rejects", each(account.rejects(), r -> object("reason", r.reason(), "count", r.count())));
        night.put("flow", each(account.flow().measures(), NightJson::measured));
        night.put("controls", each(account.controls(), NightJson::control));
        night.put("positions", each(account.positions(), NightJson::settled));
        night.put("payouts", payouts(account.payouts()));
        night.put("deposits", each(account.deposits(), sum -> sum("kind", sum)));
        night.put("newCases", each(account.newCases(), NightJson::cases));
        night.put("openCases", each(account.openCases(), NightJson::cases));
        night.put(
                "closedCases",
                each(account.closedCases(), c -> object("resolution", c.resolution(), "count", c.count())));
        night.put("trialBalance", each(account.trialBalance(), sum -> sum("of", sum)));
        return night;
    }

    static Map<String, Object> headline(NightAccounts.Headline headline) {
        return object(
                "businessDate", headline.day().date().toString(),
                "state", headline.day().state(),
                "failure", headline.day().failure(),
                "stage", headline.stage(),
                "controls", headline.controls(),
                "controlsOpen", headline.controlsOpen(),
                "openCases", headline.openCases(),
                "payouts", payouts(headline.payouts()));
    }

    static Map<String, Object> rerun(NightAccounts.Rerun rerun) {
        return Json.object("generation", rerun.generation(), "actor", rerun.actor(), "reason", rerun.reason());
    }

    static Map<String, Object> step(NightAccounts.StepRun run) {
        return object(
                "step",
                run.step(),
                "status",
                run.status(),
                "startedAt",
                run.started() == null ? null : run.started().toString(),
                "endedAt",
                run.ended() == null ? null : run.ended().toString());
    }

    private static Map<String, Object> measured(Flow.Measured measured) {
        return object(
                "measure", measured.measure(),
                "currency", measured.currency(),
                "count", measured.count(),
                "amount", amount(measured.amountMinor(), measured.currency()));
    }

    private static Map<String, Object> control(NightAccount.Control control) {
        return object(
                "boundary", control.boundary(),
                "side", control.side(),
                "currency", control.currency(),
                "count", control.count(),
                "amount", amount(control.amountMinor(), control.currency()),
                "counterpartCount", control.counterpartCount(),
                "counterpartAmount", amount(control.counterpartMinor(), control.currency()),
                "closed", control.closed());
    }

    private static Map<String, Object> settled(NightAccount.Settled settled) {
        return object(
                "decision", settled.decision(),
                "currency", settled.currency(),
                "merchants", settled.merchants(),
                "net", amount(settled.netMinor(), settled.currency()),
                "carriedForward", amount(settled.carriedMinor(), settled.currency()));
    }

    private static List<Map<String, Object>> payouts(List<NightAccount.Paid> payouts) {
        return each(
                payouts,
                paid -> object(
                        "currency", paid.currency(),
                        "valueDate", paid.valueDate().toString(),
                        "count", paid.payouts(),
                        "amount", amount(paid.amountMinor(), paid.currency())));
    }

    private static Map<String, Object> sum(String key, NightAccount.Sum sum) {
        return object(
                key,
                sum.name(),
                "currency",
                sum.currency(),
                "count",
                sum.count(),
                "amount",
                amount(sum.amountMinor(), sum.currency()));
    }

    private static Map<String, Object> cases(NightAccount.Cases cases) {
        return object(
                "kind", cases.kind().name(),
                "currency", cases.currency(),
                "count", cases.count(),
                "exposure", amount(cases.exposureMinor(), cases.currency()));
    }

    private static String amount(long minor, String currency) {
        Currency known = Currency.find(currency);
        return known == null ? Long.toString(minor) : Amounts.format(minor, known);
    }

    private static <T> List<Map<String, Object>> each(
            List<T> values, java.util.function.Function<T, Map<String, Object>> mapping) {
        return values.stream().map(mapping).toList();
    }
}
