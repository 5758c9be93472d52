package io.qingfen.console;

import io.qingfen.run.Exit;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What every page shows. */
@OnlyServing
@ControllerAdvice(basePackageClasses = OnEveryPage.class)
class OnEveryPage {
    private final Show show = new Show();
    private final Sentences sentences;

    OnEveryPage(Sentences sentences) {
        this.sentences = sentences;
    }

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

    /** The part of the console that the page belongs to: the first name of its address, which the navigation has. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        String first = request.getRequestURI().split("/", 3)[1];
        return switch (first) {
            case "", "payouts" -> "nights";
            case "adjustments" -> "what-if";
            default -> first;
        };
    }

    /** What the books say in English, in the language of the page. */
    @ModelAttribute("told")
    Sentences.Told told(Locale locale) {
        return sentences.in(locale);
    }

    @ModelAttribute("show")
    Show show() {
        return show;
    }

    /** Whatever is refused where no page has a place for it. */
    @ExceptionHandler(Refusal.class)
    ModelAndView refused(Refusal refusal, Principal who, Authentication rights, Locale locale) {
        boolean unknown = refusal.exit() == Exit.USAGE_OR_REFERENCE;
        ModelAndView page = new ModelAndView("error", unknown ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT);
        page.addObject("problems", refusal.problems());
        page.addObject("who", who(who));
        page.addObject("may", may(rights));
        page.addObject("told", told(locale));
        return page;
    }
}
