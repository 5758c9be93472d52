package io.qingfen.reports;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentences that the books keep in English, said in another language. They stay as they are in the books: their words
 * may be part of an id, and other languages are for reading only.
 */
public final class Phrases {
    /** Leaves every sentence as it is. */
    public static final Phrases NONE = new Phrases(List.of());

    private static final Pattern SLOT = Pattern.compile("\\{[0-9]}");
    private static final String BETWEEN = "; ";
    private final List<Known> known;

    /**
     * A sentence in both languages, with slots {@code {1}} to {@code {9}}.
     *
     * @param english the slots in rising order
     */
    public record Phrase(String english, String other) {}

    private record Known(Pattern english, String other) {}

    /** @param phrases the first that fits is used */
    public Phrases(List<Phrase> phrases) {
        known = phrases.stream()
                .map(phrase -> new Known(pattern(phrase.english()), phrase.other()))
                .toList();
    }

    private static Pattern pattern(String english) {
        StringBuilder pattern = new StringBuilder();
        Matcher slots = SLOT.matcher(english);
        int from = 0;
        while (slots.find()) {
            pattern.append(Pattern.quote(english.substring(from, slots.start())))
                    .append("(.+?)");
            from = slots.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(english.substring(from))).toString());
    }

    /** The sentence in the other language; as it is when nobody put it into words. */
    public String of(String english) {
        for (Known phrase : known) {
            Matcher found = phrase.english().matcher(english);
            if (found.matches()) {
                return SLOT.matcher(phrase.other())
                        .replaceAll(slot -> Matcher.quoteReplacement(
                                found.group(slot.group().charAt(1) - '0')));
            }
        }
        return english;
    }

    /** Several sentences in one text, each by itself. */
    public String ofEach(String english) {
        return known.isEmpty()
                ? english
                : List.of(english.split(BETWEEN)).stream().map(this::of).collect(Collectors.joining(BETWEEN));
    }
}
