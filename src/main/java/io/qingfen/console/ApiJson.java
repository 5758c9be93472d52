package io.qingfen.console;

import io.qingfen.money.Amounts;
import io.qingfen.money.Currency;
import io.qingfen.overview.MerchantBooks;
import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.overview.OutboxFiles;
import io.qingfen.overview.TransactionList;
import io.qingfen.payouts.Release;
import io.qingfen.payouts.ReleasePage;
import io.qingfen.review.CaseDecisions.Standing;
import io.qingfen.review.CaseQueue;
import io.qingfen.run.AuditTrail;
import io.qingfen.settlement.Line;
import io.qingfen.settlement.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Answers of the API: amounts are decimal strings with the currency's digits, dates are ISO, instants UTC. */
final class ApiJson {
    private ApiJson() {}

    /** @param pairs name, value, name, value … */
    static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }

    /** Null where there is no amount, the plain number where the currency could not be read. */
    static String amount(Long minor, String currency) {
        Currency known = Currency.find(currency);
        return minor == null ? null : known == null ? minor.toString() : Amounts.format(minor, known);
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    static Map<String, Object> headline(NightAccounts.Headline one) {
        return object(
                "businessDate", text(one.day().date()),
                "state", one.day().state(),
                "failure", one.day().failure(),
                "stage", one.stage(),
                "controls", one.controls(),
                "controlsOpen", one.controlsOpen(),
                "openCases", one.openCases(),
                "payouts", payouts(one.payouts()));
    }

    private static List<Map<String, Object>> payouts(List<NightAccount.Paid> payouts) {
        return payouts.stream()
                .map(paid -> object(
                        "currency", paid.currency(),
                        "valueDate", text(paid.valueDate()),
                        "count", paid.payouts(),
                        "amount", amount(paid.amountMinor(), paid.currency())))
                .toList();
    }

    static Map<String, Object> night(NightAccount night, List<NightAccounts.StepRun> steps) {
        return object(
                "businessDate", text(night.day().date()),
                "state", night.day().state(),
                "failure", night.day().failure(),
                "files",
                        night.files().stream()
                                .map(file -> object("name", file.name(), "lines", file.lines(), "state", file.state()))
                                .toList(),
                "flow",
                        night.flow().measures().stream()
                                .map(one -> object(
                                        "measure", one.measure(),
                                        "currency", one.currency(),
                                        "count", one.count(),
                                        "amount", amount(one.amountMinor(), one.currency())))
                                .toList(),
                "controls", night.controls().stream().map(ApiJson::control).toList(),
                "payouts", payouts(night.payouts()),
                "steps",
                        steps.stream()
                                .map(step -> object(
                                        "step", step.step(),
                                        "status", step.status(),
                                        "startedAt", text(step.started()),
                                        "endedAt", text(step.ended())))
                                .toList());
    }

    private static Map<String, Object> control(NightAccount.Control one) {
        return object(
                "boundary", one.boundary(),
                "side", one.side(),
                "currency", one.currency(),
                "count", one.count(),
                "amount", amount(one.amountMinor(), one.currency()),
                "counterpartCount", one.counterpartCount(),
                "counterpartAmount", amount(one.counterpartMinor(), one.currency()),
                "closed", one.closed());
    }

    /** Lines that are zero are left out; those that are there add up to the net. */
    static Map<String, Object> position(MerchantBooks.Row row) {
        Position position = row.position();
        String currency = position.currency().code();
        Map<String, Object> lines = new LinkedHashMap<>();
        for (Line line : Line.values()) {
            if (position.lines().of(line) != 0) {
                lines.put(
                        line.name().toLowerCase(Locale.ROOT),
                        amount(position.lines().of(line), currency));
            }
        }
        return object(
                "businessDate", text(position.businessDate()),
                "merchantId", position.merchantId(),
                "merchantName", row.merchantName(),
                "currency", currency,
                "lines", lines,
                "net", amount(position.netMinor(), currency),
                "decision", position.decision().name(),
                "payout", amount(position.payoutMinor(), currency),
                "carriedForward", amount(position.carriedForwardMinor(), currency),
                "valueDate", text(position.valueDate()),
                "explainedAs", row.explainedAs(),
                "payoutState", row.payoutState());
    }

    static Map<String, Object> balance(MerchantBooks.Balance one) {
        return object(
                "account", one.account(),
                "accounts", one.accounts(),
                "currency", one.currency(),
                "opening", amount(one.openingMinor(), one.currency()),
                "debits", amount(one.debitsMinor(), one.currency()),
                "credits", amount(one.creditsMinor(), one.currency()),
                "closing", amount(one.closingMinor(), one.currency()));
    }

    static Map<String, Object> file(OutboxFiles.File file) {
        return object("name", file.name(), "rows", file.rows(), "bytes", file.bytes(), "sha256", file.sha256());
    }

    static Map<String, Object> transaction(TransactionList.Row one) {
        return object(
                "businessDate", text(one.date()),
                "id", one.id(),
                "merchantId", one.merchantId(),
                "terminalId", one.terminalId(),
                "batchNo", one.batchNo(),
                "traceNo", one.traceNo(),
                "rrn", one.rrn(),
                "type", one.type(),
                "channel", one.channel(),
                "cardType", one.cardType(),
                "amount", amount(one.amountMinor(), one.currency()),
                "currency", one.currency(),
                "responseCode", one.responseCode(),
                "status", one.status(),
                "matchedBy", one.matchedBy(),
                "disposition", one.disposition(),
                "fee", amount(one.feeMinor(), one.currency()),
                "feeRule", one.feeRule(),
                "schemeCost", amount(one.schemeCostMinor(), one.currency()),
                "net", amount(one.netMinor(), one.currency()),
                "localTime", text(one.at()),
                "captureSource", one.captureSource(),
                "authorizationSource", one.authorizationSource());
    }

    static Map<String, Object> item(CaseQueue.Item one) {
        return object(
                "id", one.id(),
                "openedOn", text(one.openedOn()),
                "state", one.state().name(),
                "kind", one.kind().name(),
                "resolution", one.resolution(),
                "closedOn", text(one.closedOn()),
                "merchantId", one.merchantId(),
                "terminalId", one.terminalId(),
                "currency", one.currency(),
                "captured", amount(one.capturedMinor(), one.currency()),
                "authorized", amount(one.authorizedMinor(), one.currency()),
                "exposure", amount(one.exposureMinor(), one.currency()),
                "captureSource", one.captureSource(),
                "authorizationSource", one.authorizationSource(),
                "assignee", one.assignee(),
                "expectedUntil", text(one.expectedUntil()));
    }

    /** A case with its proposal: whoever approves must know what. */
    static Map<String, Object> one(CaseQueue.Item item, Optional<Standing> standing) {
        Map<String, Object> one = item(item);
        one.put(
                "proposal",
                standing.filter(any -> !item.state().isClosed())
                        .map(ApiJson::proposal)
                        .orElse(null));
        return one;
    }

    private static Map<String, Object> proposal(Standing one) {
        return object(
                "key", one.key(),
                "state", one.state(),
                "resolution", one.proposal().resolution().name(),
                "with", one.proposal().with().orElse(null),
                "until", text(one.proposal().until().orElse(null)),
                "comment", one.proposal().comment(),
                "maker", one.maker(),
                "checker", one.checker(),
                "selection", one.selection());
    }

    static Map<String, Object> release(ReleasePage page) {
        return object(
                "businessDate", text(page.businessDate()),
                "waiting",
                        page.totals().stream()
                                .map(total -> object(
                                        "currency", total.currency().code(),
                                        "valueDate", text(total.valueDate()),
                                        "count", total.payouts(),
                                        "amount",
                                                amount(
                                                        total.amountMinor(),
                                                        total.currency().code())))
                                .toList(),
                "payouts", page.byState(),
                "bankFiles",
                        page.files().stream()
                                .map(file -> object("name", file.name(), "sha256", file.sha256()))
                                .toList(),
                "objections", page.objections(),
                "proposal", page.release().map(ApiJson::proposal).orElse(null));
    }

    private static Map<String, Object> proposal(Release one) {
        return object(
                "no", one.no(),
                "state", one.state().name(),
                "digest", one.digest(),
                "maker", one.maker(),
                "proposedAt", text(one.proposedAt()),
                "checker", one.checker(),
                "reason", one.reason());
    }

    static Map<String, Object> merchant(MerchantBooks.Merchant one) {
        return object(
                "id", one.id(),
                "name", one.name(),
                "accountMasked", one.accountMasked(),
                "bankName", one.bankName(),
                "accountSince", text(one.since()));
    }

    static Map<String, Object> deposit(MerchantBooks.Deposit one) {
        return object(
                "terminalId", one.terminalId(),
                "asOf", text(one.asOf()),
                "policy", one.policy(),
                "state", one.state(),
                "windowEndsOn", text(one.windowEndsOn()),
                "currency", one.currency(),
                "collected", amount(one.collectedMinor(), one.currency()),
                "refunded", amount(one.refundedMinor(), one.currency()),
                "forfeited", amount(one.forfeitedMinor(), one.currency()),
                "held", amount(one.heldMinor(), one.currency()),
                "counted", amount(one.countedMinor(), one.currency()),
                "nextThreshold", amount(one.nextThresholdMinor(), one.currency()));
    }

    static Map<String, Object> entry(AuditTrail.Entry one) {
        return object(
                "no", one.no(),
                "at", text(one.at()),
                "actor", one.actor(),
                "action", one.action(),
                "subject", one.subject(),
                "detail", one.detail(),
                "sha256", one.sha256());
    }
}
