package io.qingfen.console;

import io.qingfen.access.Users;
import io.qingfen.run.OnlyServing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Signing in with the identity provider of the house, where one is configured; passwords go on beside it. */
@OnlyServing
@Configuration(proxyBeanMethods = false)
class OidcConfiguration {
    private final Optional<OidcSettings> settings;

    OidcConfiguration(Environment environment) {
        this.settings = OidcSettings.of(environment);
    }

    boolean isOn() {
        return settings.isPresent();
    }

    /** A browser that comes back from the provider brings no strict cookie along; forms still need their token. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionsThatComeBack() {
        return server -> settings.ifPresent(
                one -> server.getSettings().getSession().getCookie().setSameSite(Cookie.SameSite.LAX));
    }

    /** Beside passwords. */
    List<AuthenticationProvider> providers() {
        if (settings.isEmpty()) {
            return List.of();
        }
        return List.of(new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                request -> new DefaultOidcUser(List.of(), request.getIdToken())));
    }

    void openTo(HttpSecurity http, Users users) throws Exception {
        if (settings.isEmpty()) {
            return;
        }
        ClientRegistrationRepository registrations = registrations(settings.get());
        OidcSignIn signIn = new OidcSignIn(settings.get(), users, registrations);
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(signIn))
                .successHandler(signIn)
                .failureUrl("/sign-in?failed"));
    }

    /** Asked at the first sign-in, so that the console starts while the provider is away. */
    private static ClientRegistrationRepository registrations(OidcSettings settings) {
        AtomicReference<ClientRegistration> known = new AtomicReference<>();
        return name -> {
            if (!name.equals(OidcSignIn.NAME)) {
                return null;
            }
            if (known.get() == null) {
                known.set(ClientRegistrations.fromIssuerLocation(settings.issuer())
                        .registrationId(OidcSignIn.NAME)
                        .clientId(settings.clientId())
                        .clientSecret(settings.secret())
                        .scope("openid", "profile")
                        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                        .build());
            }
            return known.get();
        };
    }

    /** Who it is is all that is asked for: tokens of the provider are not kept. */
    private static final class NoClients implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // nothing would ask for it
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // there is none
        }
    }
}
