package io.qingfen.console;

import static io.qingfen.console.ApiJson.object;

import io.qingfen.overview.MerchantBooks;
import io.qingfen.overview.MerchantBooks.Wanted;
import io.qingfen.overview.NightAccounts;
import io.qingfen.overview.OutboxFiles;
import io.qingfen.overview.TransactionList;
import io.qingfen.review.CaseKind;
import io.qingfen.review.CaseQueue;
import io.qingfen.review.CaseQueue.Filter;
import io.qingfen.review.CaseState;
import io.qingfen.run.AuditTrail;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import io.qingfen.settlement.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the pages show, for programs; described in {@code /api/openapi.yaml}. It reads; what it changes is in {@link ApiWrites}. */
@OnlyServing
@RestController
class Api {
    private static final int MOST = 200;
    private final NightAccounts nights;
    private final MerchantBooks books;
    private final OutboxFiles files;
    private final CaseQueue queue;
    private final AuditTrail trail;
    private final TransactionList transactions;

    Api(
            NightAccounts nights,
            MerchantBooks books,
            OutboxFiles files,
            CaseQueue queue,
            AuditTrail trail,
            TransactionList transactions) {
        this.nights = nights;
        this.books = books;
        this.files = files;
        this.queue = queue;
        this.trail = trail;
        this.transactions = transactions;
    }

    @GetMapping(path = "/api/openapi.yaml", produces = "application/yaml")
    Resource description() {
        return new ClassPathResource("console/openapi.yaml");
    }

    @GetMapping("/api/nights")
    Map<String, Object> nights(@RequestParam(defaultValue = "60") int limit) {
        return list(nights.latest(Math.max(1, Math.min(MOST, limit))), ApiJson::headline, null);
    }

    @GetMapping("/api/nights/{date}")
    Map<String, Object> night(@PathVariable LocalDate date) {
        return ApiJson.night(found(nights.of(date)), nights.steps(date));
    }

    @GetMapping("/api/nights/{date}/positions")
    Map<String, Object> positions(
            @PathVariable LocalDate date,
            @RequestParam Optional<Decision> decision,
            @RequestParam(defaultValue = "") String merchant,
            @RequestParam(defaultValue = "") String after) {
        found(nights.of(date));
        return page(
                books.positions(date, new Wanted(decision, merchant, after, MOST + 1)),
                ApiJson::position,
                row -> row.position().merchantId() + ","
                        + row.position().currency().code());
    }

    @GetMapping("/api/nights/{date}/positions/{merchant}/{currency}")
    Map<String, Object> position(
            @PathVariable LocalDate date, @PathVariable String merchant, @PathVariable String currency) {
        return ApiJson.position(found(books.position(date, merchant, currency)));
    }

    @GetMapping("/api/nights/{date}/trial-balance")
    Map<String, Object> trialBalance(@PathVariable LocalDate date) {
        found(nights.of(date));
        return list(books.trialBalance(date), ApiJson::balance, null);
    }

    @GetMapping("/api/nights/{date}/files")
    Map<String, Object> files(@PathVariable LocalDate date) {
        found(nights.of(date));
        return list(files.of(date), ApiJson::file, null);
    }

    /** Of the last date, unless one is named or a reference tells which. */
    @GetMapping("/api/transactions")
    Map<String, Object> transactions(TransactionView view, @RequestParam(defaultValue = "") String after) {
        TransactionView dated =
                view.needsDate() ? view.of(transactions.lastDate().orElse(null)) : view;
        return page(transactions.list(wanted(dated, after)), ApiJson::transaction, row -> row.date() + "," + row.id());
    }

    private static TransactionList.Wanted wanted(TransactionView view, String after) {
        try {
            return view.wanted(after, MOST + 1);
        } catch (Refusal none) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, none.getMessage(), none);
        }
    }

    @GetMapping("/api/cases")
    Map<String, Object> cases(
            @RequestParam Optional<CaseState> state,
            @RequestParam Optional<CaseKind> kind,
            @RequestParam Optional<String> merchant,
            @RequestParam Optional<LocalDate> date) {
        Set<CaseState> states = state.map(Set::of).orElse(Filter.OPEN);
        return list(queue.list(new Filter(date, kind, merchant, states, MOST)), ApiJson::item, null);
    }

    @GetMapping("/api/merchants")
    Map<String, Object> merchants(
            @RequestParam(defaultValue = "") String search, @RequestParam(defaultValue = "") String after) {
        return page(books.merchants(search, after, MOST + 1), ApiJson::merchant, MerchantBooks.Merchant::id);
    }

    @GetMapping("/api/merchants/{merchant}")
    Map<String, Object> merchant(@PathVariable("merchant") String id) {
        Map<String, Object> merchant = ApiJson.merchant(found(books.merchant(id)));
        merchant.put(
                "deposits", books.deposits(id).stream().map(ApiJson::deposit).toList());
        return merchant;
    }

    @GetMapping("/api/audit")
    Map<String, Object> audit(
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam(defaultValue = "0") long after) {
        return page(
                trail.find(new AuditTrail.Wanted(actor, action, subject, from, to, after, MOST + 1)),
                ApiJson::entry,
                AuditTrail.Entry::no);
    }

    private static <T> T found(Optional<T> one) {
        return one.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "the books do not have it"));
    }

    private static <T> Map<String, Object> page(
            List<T> rows, Function<T, Map<String, Object>> json, Function<T, Object> key) {
        PageOf<T> page = PageOf.of(rows, MOST, key);
        return list(page.rows(), json, page.next());
    }

    /** @param next to be given as {@code after} for the next page; null on the last one */
    private static <T> Map<String, Object> list(List<T> rows, Function<T, Map<String, Object>> json, String next) {
        return object("items", rows.stream().map(json).toList(), "next", next);
    }
}
