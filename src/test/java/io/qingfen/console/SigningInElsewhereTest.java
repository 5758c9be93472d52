package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qingfen.TestFolder;
import io.qingfen.access.Role;
import io.qingfen.access.User;
import io.qingfen.access.Users;
import io.qingfen.nightly.Nights;
import io.qingfen.payouts.PayoutReleases;
import io.qingfen.run.Actor;
import io.qingfen.run.Refusal;
import io.qingfen.serve.Serving;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** People whom the identity provider of the house knows, and what it says of them. */
class SigningInElsewhereTest {
    private static final String START = "/oauth2/authorization/oidc";
    private static final Pattern CONFIRM = Pattern.compile("href=\"(" + START + "[^\"]+)\"");
    private static IdentityProvider provider;
    private static ConfigurableApplicationContext serving;
    private static Path home;
    private static Users users;

    @BeforeAll
    static void serve() throws Exception {
        provider = new IdentityProvider();
        home = TestFolder.named("signing-in-elsewhere");
        FileSystemUtils.copyRecursively(Path.of("sample-files/days/2026-03-03-orphans/home"), home);
        serving = ServedNight.started(
                home,
                "--qingfen.oidc.issuer=" + provider.issuer(),
                "--qingfen.oidc.client-id=qingfen",
                "--qingfen.oidc.client-secret=only for this test");
        users = serving.getBean(Users.class);
        users.createFirst("admin");
    }

    @AfterAll
    static void end() throws Exception {
        serving.close();
        provider.close();
        FileSystemUtils.deleteRecursively(home);
    }

    private static Browser browser() {
        return new Browser(serving.getBean(Serving.class).port(), "en");
    }

    @Test
    void aPersonOfTheProviderHasTheRolesThatItSaysAndNoPassword() throws Exception {
        Browser browser = browser();
        assertThat(browser.get("/").body()).contains("Sign in with the account of the house");
        provider.knows("Zhao.Li", "qingfen-viewer", "qingfen-nothing", "admin");
        HttpResponse<String> page = browser.get(START);
        assertThat(page.uri().getPath()).isEqualTo("/");
        assertThat(page.body()).contains("zhao.li", "Audit trail").doesNotContain(">Users<");
        assertThat(page.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).doesNotContain("SameSite=None"));
        User made = users.find("zhao.li").orElseThrow();
        assertThat(made.external()).isTrue();
        assertThat(made.roles()).containsExactly(Role.VIEWER);
        assertThat(browser().signIn("zhao.li", ServedNight.GOOD).uri().getPath())
                .isEqualTo("/sign-in");
        assertThatThrownBy(() -> users.resetPassword(new Actor("admin"), "zhao.li"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has no password here");

        provider.knows("zhao.li", "qingfen-ops");
        assertThat(browser().get(START).uri().getPath()).isEqualTo("/");
        assertThat(users.find("zhao.li").orElseThrow().roles()).containsExactly(Role.OPS);
        assertThat(browser.get("/").uri().getPath())
                .as("a session with other roles has ended")
                .isEqualTo("/sign-in");

        users.change(new Actor("admin"), "zhao.li", Set.of(Role.OPS), false);
        refused("zhao.li", "qingfen-ops");
    }

    private static void refused(String name, String... roles) throws Exception {
        provider.knows(name, roles);
        Browser browser = browser();
        assertThat(browser.get(START).body()).contains("opens nothing here");
        assertThat(browser.get("/").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void nobodyComesInWithoutARoleOrAsSomebodyElse() throws Exception {
        refused("stranger", "staff");
        assertThat(users.find("stranger")).isEmpty();
        users.create(new Actor("admin"), "local", "Local", Set.of(Role.ADMIN));
        refused("local", "qingfen-viewer");
        assertThat(users.find("local").orElseThrow().roles()).containsExactly(Role.ADMIN);
        refused("system", "qingfen-viewer");
        refused("a b", "qingfen-viewer");
        provider.knows("forger", "qingfen-admin");
        provider.forge();
        assertThat(browser().get(START).body()).contains("Not signed in");
        assertThat(users.find("forger")).isEmpty();
        assertThat(browser().get("/login/oauth2/code/oidc?code=1&state=2").body())
                .contains("Not signed in");
    }

    @Test
    void whoeverReleasesSaysAnewWhoItIs() throws Exception {
        serving.getBean(Nights.class).run(ServedNight.DATE, 2);
        serving.getBean(PayoutReleases.class).propose(ServedNight.DATE, new Actor("finance"), List.of());
        String page = "/payouts/" + ServedNight.DATE;
        provider.knows("qian.yi", "qingfen-approver");
        Browser approver = browser();
        approver.get(START);
        assertThat(approver.get(page).body())
                .contains("Say once more who you are")
                .doesNotContain("Prove the date and release");
        assertThat(approver.submit(page, page + "/approve", Map.of("proposal", "1", "password", "x"))
                        .body())
                .contains("sign in once more with the identity provider");
        provider.signedInLongAgo(false);
        assertThat(approver.get(START + "?confirm=" + page).body())
                .as("the provider did not ask")
                .contains("Say once more who you are");
        provider.signedInLongAgo(true);
        assertThat(approver.get(START + "?confirm=//elsewhere").uri().getPath()).isEqualTo("/");
        Matcher link = CONFIRM.matcher(approver.get(page).body());
        assertThat(link.find()).as("the page has a link to confirm").isTrue();
        HttpResponse<String> confirmed = approver.get(link.group(1));
        assertThat(confirmed.uri().getPath()).isEqualTo(page);
        assertThat(confirmed.body()).contains("Prove the date and release").doesNotContain("type=\"password\"");
        assertThat(approver.submit(page, page + "/approve", Map.of("proposal", "1"))
                        .body())
                .contains("Released", "approved by qian.yi");
    }
}
