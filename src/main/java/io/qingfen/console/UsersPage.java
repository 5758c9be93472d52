package io.qingfen.console;

import io.qingfen.access.Role;
import io.qingfen.access.Users;
import io.qingfen.run.Actor;
import io.qingfen.run.OnlyServing;
import io.qingfen.run.Refusal;
import java.security.Principal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may sign in, and as what. A password is shown once, on the answer to the request that made it. */
@OnlyServing
@Controller
class UsersPage {
    private final Users users;

    UsersPage(Users users) {
        this.users = users;
    }

    @GetMapping("/users")
    String list(Model model) {
        model.addAttribute("users", users.all());
        model.addAttribute("roles", Role.values());
        return "users";
    }

    @PostMapping("/users")
    String create(
            Principal by,
            @RequestParam String name,
            @RequestParam String displayName,
            @RequestParam(required = false) List<Role> roles,
            Model model) {
        return answer(model, () -> {
            model.addAttribute("password", users.create(new Actor(by.getName()), name, displayName, set(roles)));
            model.addAttribute("user", name);
        });
    }

    @PostMapping("/users/{name}")
    String change(
            Principal by,
            @PathVariable String name,
            @RequestParam(required = false) List<Role> roles,
            @RequestParam(defaultValue = "false") boolean enabled,
            Model model) {
        return answer(model, () -> users.change(new Actor(by.getName()), name, set(roles), enabled));
    }

    @PostMapping("/users/{name}/password")
    String resetPassword(Principal by, @PathVariable String name, Model model) {
        return answer(model, () -> {
            model.addAttribute("password", users.resetPassword(new Actor(by.getName()), name));
            model.addAttribute("user", name);
        });
    }

    private String answer(Model model, Runnable act) {
        try {
            act.run();
        } catch (Refusal refused) {
            model.addAttribute("refused", refused.problems().get(0));
        }
        return list(model);
    }

    private static Set<Role> set(List<Role> roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        Stream.ofNullable(roles).flatMap(List::stream).filter(Objects::nonNull).forEach(set::add);
        return set;
    }
}
