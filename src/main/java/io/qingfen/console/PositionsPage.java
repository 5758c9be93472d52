package io.qingfen.console;

import io.qingfen.overview.MerchantBooks;
import io.qingfen.overview.MerchantBooks.Wanted;
import io.qingfen.overview.NightAccount;
import io.qingfen.overview.NightAccounts;
import io.qingfen.payouts.PayoutReleases;
import io.qingfen.run.OnlyServing;
import io.qingfen.settlement.Decision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What merchants get for a date, one position line by line, and the trial balance. */
@OnlyServing
@Controller
class PositionsPage {
    private static final int MOST = 200;
    private final MerchantBooks books;
    private final NightAccounts nights;
    private final PayoutReleases releases;

    PositionsPage(MerchantBooks books, NightAccounts nights, PayoutReleases releases) {
        this.books = books;
        this.nights = nights;
        this.releases = releases;
    }

    /** The address is the whole state of the page. */
    @GetMapping("/nights/{date}/positions")
    String list(
            @PathVariable LocalDate date,
            @RequestParam Optional<Decision> decision,
            @RequestParam(defaultValue = "") String merchant,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        NightAccount night = nights.of(date).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page = PageOf.of(
                books.positions(date, new Wanted(decision, merchant.strip(), after, MOST + 1)),
                MOST,
                row -> row.position().merchantId() + "," + row.position().currency());
        model.addAttribute("date", date);
        model.addAttribute("totals", night.positions());
        model.addAttribute("rows", page.rows());
        model.addAttribute("decisions", Decision.values());
        model.addAttribute("decision", decision.orElse(null));
        model.addAttribute("merchant", merchant);
        model.addAttribute("next", page.next());
        return "positions";
    }

    @GetMapping("/nights/{date}/positions/{merchant}/{currency}")
    String one(
            @PathVariable LocalDate date, @PathVariable String merchant, @PathVariable String currency, Model model) {
        MerchantBooks.Row row = books.position(date, merchant, currency)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("row", row);
        model.addAttribute("waterfall", Waterfall.of(row.position().lines()));
        model.addAttribute("story", row.payoutState().isEmpty() ? null : releases.payout(row.explainedAs()));
        return "position";
    }

    /** Accounts of merchants as one row each, or those of one such row. */
    @GetMapping("/nights/{date}/trial-balance")
    String trialBalance(
            @PathVariable LocalDate date,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        nights.of(date).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<MerchantBooks.Balance> all = books.trialBalance(date);
        model.addAttribute("date", date);
        model.addAttribute("account", account);
        model.addAttribute("sums", BalanceSum.of(all));
        if (account.isEmpty()) {
            model.addAttribute("balances", all);
            return "trial-balance";
        }
        accounts(date, account, after, model);
        return "trial-balance";
    }

    private void accounts(LocalDate date, String account, String after, Model model) {
        var page = PageOf.of(
                books.accounts(date, account, after, MOST + 1), MOST, one -> one.account() + "," + one.currency());
        model.addAttribute("balances", page.rows());
        model.addAttribute("next", page.next());
    }
}
