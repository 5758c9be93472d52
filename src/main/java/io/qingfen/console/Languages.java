package io.qingfen.console;

import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * The two languages of the pages: as chosen on a page, else as the browser asks for. What an address or a cookie names
 * beyond them is as if it named nothing, so that no link puts somebody's pages into a language without words.
 */
final class Languages {
    private static final Duration KEPT = Duration.ofDays(365);

    private Languages() {}

    /** Null when it is neither. */
    static Locale known(String tag) {
        return switch (Locale.forLanguageTag(tag.replace('_', '-')).getLanguage()) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> null;
        };
    }

    static LocaleResolver resolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver("language") {
            @Override
            protected Locale parseLocaleValue(String value) {
                return known(value);
            }
        };
        resolver.setCookieMaxAge(KEPT);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Strict");
        resolver.setDefaultLocaleFunction(
                request -> request.getLocale().getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
        return resolver;
    }

    /** Of the links at the top of each page. */
    static LocaleChangeInterceptor chooser() {
        return new LocaleChangeInterceptor() {
            @Override
            protected Locale parseLocaleValue(String value) {
                return known(value);
            }
        };
    }
}
