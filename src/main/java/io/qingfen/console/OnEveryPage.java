package io.qingfen.console;

import io.qingfen.run.OnlyServing;
import java.security.Principal;
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

    @ModelAttribute("show")
    Show show() {
        return show;
    }
}
