package io.qingfen.console;

import io.qingfen.overview.MerchantBooks;
import io.qingfen.run.OnlyServing;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Merchants by name or id; one with its positions, its terminals and their deposits. */
@OnlyServing
@Controller
class MerchantsPage {
    private static final int MOST = 100;
    private static final int DATES = 30;
    private static final int EVENTS = 50;
    private final MerchantBooks books;

    MerchantsPage(MerchantBooks books) {
        this.books = books;
    }

    @GetMapping("/merchants")
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var page = PageOf.of(books.merchants(search.strip(), after, MOST + 1), MOST, MerchantBooks.Merchant::id);
        model.addAttribute("merchants", page.rows());
        model.addAttribute("search", search);
        model.addAttribute("next", page.next());
        return "merchants";
    }

    @GetMapping("/merchants/{merchant}")
    String one(@PathVariable("merchant") String id, Model model) {
        model.addAttribute(
                "merchant", books.merchant(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("positions", books.positionsOf(id, DATES));
        model.addAttribute("deposits", books.deposits(id));
        model.addAttribute("events", books.depositEvents(id, EVENTS));
        return "merchant";
    }
}
