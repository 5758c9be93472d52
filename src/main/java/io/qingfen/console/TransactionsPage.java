package io.qingfen.console;

import io.qingfen.matching.MatchStatus.Disposition;
import io.qingfen.overview.TransactionList;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Every transaction that a date judged, settled or not, found by what stands on a slip or in a host's record. */
@OnlyServing
@Controller
class TransactionsPage {
    private static final int MOST = 200;
    private final TransactionList transactions;

    TransactionsPage(TransactionList transactions) {
        this.transactions = transactions;
    }

    /** The address is the whole state of the page: a date that nobody named is written into it. */
    @GetMapping("/transactions")
    String list(
            @ModelAttribute("view") TransactionView view, @RequestParam(defaultValue = "") String after, Model model) {
        if (view.needsDate()) {
            var last = transactions.lastDate();
            if (last.isPresent()) {
                return "redirect:/transactions?" + view.of(last.get()).query();
            }
        }
        model.addAttribute("types", TransactionView.TYPES);
        model.addAttribute("dispositions", Disposition.values());
        model.addAttribute("statuses", TransactionView.STATUSES);
        model.addAttribute("transactions", List.of());
        try {
            var page = PageOf.of(
                    transactions.list(view.wanted(after, MOST + 1)), MOST, row -> row.date() + "," + row.id());
            model.addAttribute("transactions", page.rows());
            model.addAttribute("next", page.next());
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
        }
        return "transactions";
    }
}
