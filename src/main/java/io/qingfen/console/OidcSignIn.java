package io.qingfen.console;

import io.qingfen.access.Role;
import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.run.Exit;
import io.qingfen.run.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * Whom the identity provider sends becomes a user of the console. Asked for with {@code ?confirm=PATH} the provider has
 * to ask the person anew, and says when it did: that is the step-up before a release.
 */
final class OidcSignIn implements AuthenticationSuccessHandler, OAuth2AuthorizationRequestResolver {
    static final String NAME = "oidc";
    private static final String START = "/oauth2/authorization";
    private static final String CONFIRMING = "qingfen.confirming";
    private static final Duration JUST_NOW = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private final OidcSettings settings;
    private final Users users;
    private final OAuth2AuthorizationRequestResolver usual;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    OidcSignIn(OidcSettings settings, Users users, ClientRegistrationRepository registrations) {
        this.settings = settings;
        this.users = users;
        this.usual = new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return asked(request, usual.resolve(request));
    }

    @Override
    public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return asked(request, usual.resolve(request, registration));
    }

    private static OAuth2AuthorizationRequest asked(HttpServletRequest request, OAuth2AuthorizationRequest usual) {
        String page = request.getParameter("confirm");
        if (usual == null || page == null || !page.matches("/payouts/[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return usual;
        }
        request.getSession().setAttribute(CONFIRMING, page);
        Map<String, Object> more = new LinkedHashMap<>(usual.getAdditionalParameters());
        more.put("prompt", "login");
        more.put("max_age", "0");
        return OAuth2AuthorizationRequest.from(usual).additionalParameters(more).build();
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication given)
            throws IOException {
        OidcUser known = (OidcUser) given.getPrincipal();
        HttpSession session = request.getSession();
        try {
            User user = user(known);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(SigningIn.authenticated(user));
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
            response.sendRedirect(next(session, known, user.name()));
        } catch (Refusal refused) {
            LOG.info("not signed in by {}: {}", settings.issuer(), refused.getMessage());
            session.invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect("/sign-in?refused");
        }
    }

    private User user(OidcUser known) {
        Set<Role> roles = settings.roles(known.getClaim(settings.rolesClaim()));
        String name = known.getClaimAsString(settings.nameClaim());
        if (name == null || roles.isEmpty()) {
            throw new Refusal(
                    Exit.REFUSED,
                    "the token has no " + (name == null ? settings.nameClaim() : "role in " + settings.rolesClaim()));
        }
        String shown = known.getFullName() == null ? name : known.getFullName();
        return users.external(name, shown.length() > 100 ? shown.substring(0, 100) : shown, roles);
    }

    private static String next(HttpSession session, OidcUser known, String name) {
        Object page = session.getAttribute(CONFIRMING);
        session.removeAttribute(CONFIRMING);
        if (page == null) {
            return "/";
        }
        Instant at = known.getAuthenticatedAt();
        if (at != null && at.plus(JUST_NOW).isAfter(Instant.now())) {
            StepUp.confirmed(session, name);
        }
        return page.toString();
    }
}
