package io.qingfen.console;

import io.qingfen.review.SavedViews;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Views of the queue under a name; what is refused is told on a page of its own. */
@OnlyServing
@Controller
class ViewsPage {
    private final SavedViews views;

    ViewsPage(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/views")
    String save(
            Principal who,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean shared,
            QueueView view) {
        return "redirect:/cases?"
                + views.save(new Actor(who.getName()), name, view.query(), shared)
                        .query();
    }

    @PostMapping("/views/{view}/forget")
    String forget(Principal who, @PathVariable("view") long number) {
        views.forget(new Actor(who.getName()), number);
        return "redirect:/cases";
    }
}
