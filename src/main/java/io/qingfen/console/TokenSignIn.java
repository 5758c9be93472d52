package io.qingfen.console;

import io.qingfen.access.Tokens;
import io.qingfen.access.User;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Programs come with a token, to the API and nowhere else. A request that has one is what the token is and nothing else,
 * whatever session its cookies name: no page of elsewhere can make a browser send it.
 */
final class TokenSignIn extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private final Tokens tokens;

    TokenSignIn(Tokens tokens) {
        this.tokens = tokens;
    }

    static boolean isAsked(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER) && Gate.isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isAsked(request)) {
            chain.doFilter(request, response);
            return;
        }
        String token = request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(BEARER.length())
                .strip();
        Optional<User> user = tokens.user(token);
        if (user.isEmpty()) {
            ApiErrors.refuse(response, HttpStatus.UNAUTHORIZED, "this token does not stand: it has ended or never was");
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SigningIn.ofProgram(user.get()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
