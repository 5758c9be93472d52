package io.qingfen.console;

import io.qingfen.access.Users;
import io.qingfen.run.OnlyServing;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in, and the password of one's own. */
@OnlyServing
@Controller
class SignInPage {
    private final Users users;
    private final OidcConfiguration oidc;

    SignInPage(Users users, OidcConfiguration oidc) {
        this.users = users;
        this.oidc = oidc;
    }

    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("provider", oidc.isOn());
        return "sign-in";
    }

    @GetMapping("/password")
    String password() {
        return "password";
    }

    /** Ends the session: its stamp is an old one now. */
    @PostMapping("/password")
    String change(
            Principal who,
            @RequestParam String old,
            @RequestParam String chosen,
            @RequestParam String again,
            HttpServletRequest request,
            Model model)
            throws ServletException {
        Optional<String> problem = chosen.equals(again)
                ? users.changePassword(who.getName(), old, chosen).map(Enum::name)
                : Optional.of("differs");
        if (problem.isPresent()) {
            model.addAttribute("problem", "password." + problem.get());
            return "password";
        }
        request.logout();
        return "redirect:/sign-in?changed";
    }
}
