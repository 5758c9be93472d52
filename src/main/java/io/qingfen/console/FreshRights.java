package io.qingfen.console;

import io.qingfen.access.User;
import io.qingfen.access.Users;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What somebody may do is what the books say now, not when they signed in; a session ends when its user is changed or
 * disabled, after a quarter of an hour without a request, and after twelve hours.
 */
final class FreshRights extends OncePerRequestFilter {
    static final Duration IDLE = Duration.ofMinutes(15);
    static final Duration LONGEST = Duration.ofHours(12);
    private final Users users;

    FreshRights(Users users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        if (now != null && now.getPrincipal() instanceof SignedIn who) {
            HttpSession session = request.getSession(false);
            Optional<User> user = users.find(who.name())
                    .filter(User::enabled)
                    .filter(found -> found.stamp() == who.stamp())
                    .filter(found -> session != null && !isTooOld(session));
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            if (user.isPresent()) {
                session.setMaxInactiveInterval((int) IDLE.toSeconds());
                context.setAuthentication(SigningIn.authenticated(user.get()));
            } else if (session != null) {
                session.invalidate();
            }
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static boolean isTooOld(HttpSession session) {
        return session.getLastAccessedTime() - session.getCreationTime() > LONGEST.toMillis();
    }
}
