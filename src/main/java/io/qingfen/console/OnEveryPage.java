package io.qingfen.console;

import io.qingfen.run.OnlyServing;
import java.security.Principal;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows. */
@OnlyServing
@ControllerAdvice(basePackageClasses = OnEveryPage.class)
class OnEveryPage {
    private final Show show = new Show();

    /** Null before signing in. */
    @ModelAttribute("who")
    String who(Principal principal) {
        return principal == null ? null : principal.getName();
    }

    /** Names of what the person may do: pages leave out what would be refused. */
    @ModelAttribute("may")
    Set<String> may(Authentication who) {
        return who == null ? Set.of() : AuthorityUtils.authorityListToSet(who.getAuthorities());
    }

    @ModelAttribute("show")
    Show show() {
        return show;
    }
}
