package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/console");
    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.]*)[(}]");
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])");

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve("messages_" + language + ".properties"))) {
            messages.load(reader);
        }
        return messages;
    }

    @Test
    void saysEverythingInBothLanguages() throws IOException {
        Properties english = messages("en");
        Properties chinese = messages("zh_CN");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            assertThat(places(chinese.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    private static Set<String> places(String message) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(message);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    @Test
    void hasWhatThePagesAskFor() throws IOException {
        Properties english = messages("en");
        try (Stream<Path> pages = Files.list(RESOURCES.resolve("pages"))) {
            for (Path page : pages.toList()) {
                Matcher key = KEY.matcher(Files.readString(page));
                while (key.find()) {
                    assertThat(english.getProperty(key.group(1)))
                            .as(page.getFileName() + ": " + key.group(1))
                            .isNotNull();
                }
            }
        }
    }
}
