package io.qingfen.console;

import io.qingfen.explain.Explainer;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Any amount, back to the lines of the input files; what {@code qingfen explain} tells, as a tree to open. */
@OnlyServing
@Controller
class ExplainPage {
    private static final int USUAL = 20;
    private static final int MOST = 500;
    private final Explainer explainer;

    ExplainPage(Explainer explainer) {
        this.explainer = explainer;
    }

    /** @param transactions shown below one line, 500 at most; the command line tells all of them */
    @GetMapping("/explain")
    String explain(
            @RequestParam(defaultValue = "") String id,
            @RequestParam Optional<LocalDate> date,
            @RequestParam(defaultValue = "" + USUAL) int transactions,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("id", id.strip());
        model.addAttribute("date", date.map(LocalDate::toString).orElse(""));
        if (!id.isBlank()) {
            ExplainedTree tree = new ExplainedTree();
            try {
                explainer.explain(
                        new Explainer.Request(id.strip(), date, Math.max(0, Math.min(MOST, transactions))), tree);
                model.addAttribute("tree", tree.root());
            } catch (Refusal refused) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                model.addAttribute("refused", refused.problems());
            }
        }
        return "explain";
    }
}
