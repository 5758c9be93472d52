package io.qingfen.console;

import io.qingfen.access.Tokens;
import io.qingfen.access.Users;
import io.qingfen.run.OnlyServing;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who comes in where, and what browsers are told. */
@OnlyServing
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Gate {
    /** No script and no style in a page itself, nothing from elsewhere, not inside another page. */
    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
            + " data:; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    @Bean
    SecurityFilterChain console(HttpSecurity http, Users users, Tokens tokens, OidcConfiguration oidc)
            throws Exception {
        List<AuthenticationProvider> providers = new ArrayList<>(oidc.providers());
        providers.add(new SigningIn(users));
        http.authenticationManager(new ProviderManager(providers));
        oidc.openTo(http, users);
        http.authorizeHttpRequests(requests -> {
            requests.requestMatchers(Doors.OPEN).permitAll();
            requests.requestMatchers(Doors.OWN).authenticated();
            for (Doors.Door door : Doors.ALL) {
                requests.requestMatchers(door.method(), door.pattern())
                        .hasAuthority(door.permission().name());
            }
            requests.anyRequest().denyAll();
        });
        http.addFilterBefore(new TokenSignIn(tokens), AuthorizationFilter.class);
        http.addFilterBefore(new FreshRights(users), AuthorizationFilter.class);
        http.csrf(csrf -> csrf.ignoringRequestMatchers(TokenSignIn::isAsked));
        http.formLogin(form -> form.loginPage("/sign-in")
                .usernameParameter("name")
                .defaultSuccessUrl("/", true)
                .failureUrl("/sign-in?failed"));
        http.logout(out ->
                out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out").deleteCookies("JSESSIONID"));
        http.sessionManagement(sessions -> sessions.sessionFixation(fixation -> fixation.changeSessionId()));
        http.exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                (request, response, nobody) -> ApiErrors.refuse(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "the API takes a token (Authorization: Bearer) or the session of the console"),
                Gate::isApi));
        http.exceptionHandling(handling -> handling.accessDeniedHandler((request, response, denied) -> {
            if (isApi(request)) {
                ApiErrors.refuse(response, HttpStatus.FORBIDDEN, "your roles do not allow this, or it does not exist");
                return;
            }
            boolean first = mustChangePassword(request, users);
            if (first) {
                response.sendRedirect("/password");
            } else {
                response.sendError(403);
            }
        }));
        http.headers(headers -> {
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT));
            headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
        });
        return http.build();
    }

    /** PostgreSQL keeps no character 0, and nobody types one: it is turned away at the door, on both databases alike. */
    @Bean
    HttpFirewall textsThatCanBeKept() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    RequestRejectedHandler turnedAwayAtTheDoor() {
        return (request, response, rejected) -> {
            if (isApi(request)) {
                ApiErrors.refuse(response, HttpStatus.BAD_REQUEST, ApiErrors.NOT_UNDERSTOOD);
            } else {
                response.sendError(HttpStatus.BAD_REQUEST.value());
            }
        };
    }

    static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().startsWith(ApiErrors.ADDRESSES);
    }

    private static boolean mustChangePassword(HttpServletRequest request, Users users) {
        return Stream.ofNullable(request.getUserPrincipal())
                .flatMap(principal -> users.find(principal.getName()).stream())
                .anyMatch(user -> user.mustChangePassword());
    }
}
