package io.qingfen.console;

import io.qingfen.access.Tokens;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tokens of one's own programs. A token is shown once, on the answer to the request that made it. */
@OnlyServing
@Controller
class TokensPage {
    private final Tokens tokens;

    TokensPage(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/tokens")
    String list(Principal who, Model model) {
        model.addAttribute("tokens", tokens.of(new Actor(who.getName())));
        return "tokens";
    }

    @PostMapping("/tokens")
    String create(Principal who, @RequestParam String label, @RequestParam int days, Model model) {
        try {
            model.addAttribute("made", tokens.create(new Actor(who.getName()), label, days));
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems());
        }
        return list(who, model);
    }

    @PostMapping("/tokens/{token}/end")
    String end(Principal who, @PathVariable String token) {
        tokens.end(new Actor(who.getName()), token);
        return "redirect:/tokens";
    }
}
