package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.qingfen.QingfenApplication;
import io.qingfen.access.Role;
import io.qingfen.access.Users;
import io.qingfen.nightly.Nights;
import io.qingfen.run.Actor;
import io.qingfen.serve.Serving;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Pages in a real browser, in both languages, wide and narrow, light and dark; pictures in target/screens. */
class LookingAtPagesTest {
    private static final Path SCREENS = Path.of("target/screens");
    private static final String GOOD = "seven green tides";

    @TempDir
    static Path home;

    private static RealBrowser browser;
    private static ConfigurableApplicationContext serving;

    @BeforeAll
    static void playANightAndServe() throws IOException {
        browser = RealBrowser.start();
        FileSystemUtils.copyRecursively(Path.of("sample-files/days/2026-03-03-orphans/home"), home);
        serving = new SpringApplication(QingfenApplication.class)
                .run(
                        "--qingfen.home=" + home,
                        "--qingfen.db.url=",
                        "--spring.profiles.active=serve",
                        "--spring.main.web-application-type=servlet",
                        "--server.address=127.0.0.1",
                        "--server.port=0");
        serving.getBean(Nights.class).run(LocalDate.of(2026, 3, 3), 2);
        Users users = serving.getBean(Users.class);
        String given =
                users.create(new Actor("admin"), "li.na", "Li Na", Set.of(Role.REVIEWER, Role.FINANCE, Role.ADMIN));
        users.changePassword("li.na", given, GOOD);
    }

    @AfterAll
    static void end() {
        if (serving != null) {
            serving.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsANightToWhoeverSignsIn() {
        look("en", 1280, ColorScheme.LIGHT);
        look("zh-CN", 1280, ColorScheme.DARK);
        look("zh-CN", 390, ColorScheme.LIGHT);
    }

    private void look(String language, int width, ColorScheme colours) {
        Page page = browser.window(serving.getBean(Serving.class).port(), language, width, colours);
        StringBuilder complaints = new StringBuilder();
        page.onConsoleMessage(message -> complaints.append(message.text()).append('\n'));
        String name = language + "-" + width + "-" + colours.name().toLowerCase(java.util.Locale.ROOT);
        page.navigate("/");
        picture(page, name + "-sign-in");
        page.fill("#name", "li.na");
        page.fill("#password", GOOD);
        page.keyboard().press("Enter");
        page.waitForURL("**/");
        picture(page, name + "-nights");
        page.click("text=2026-03-03");
        page.waitForURL("**/nights/2026-03-03");
        picture(page, name + "-night");
        page.navigate("/cases");
        picture(page, name + "-cases");
        page.click("table a >> nth=0");
        page.waitForURL("**/cases/K*");
        picture(page, name + "-case");
        page.navigate("/payouts/2026-03-03");
        picture(page, name + "-release");
        page.navigate("/users");
        picture(page, name + "-users");
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out at " + width)
                .isEqualTo(true);
        assertThat(complaints.toString()).isEmpty();
        page.context().close();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name + ".png"))
                .setFullPage(true));
    }
}
