package io.qingfen.console;

import io.qingfen.overview.NightAccount.Day;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a night stopped, in the parts that a person looks for.
 *
 * @param what one problem a line, as it was told
 * @param places files with their line, as named in the problems
 * @param commands what to type next, in order
 * @param log the words of the line of the log below which the stack trace stands; empty of a refusal, which has none
 */
record FailureCard(List<String> what, Set<String> places, Set<String> commands, String log) {
    /** As the night tells and logs what nobody foresaw; what may pass by itself is not logged. */
    private static final Pattern LOGGED =
            Pattern.compile("(?s)^(business date [0-9-]{10}: .+? failed): (?!.*; the cause may pass, then: )");

    private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9_./-]+\\.(?:csv|yml|xml|txt|json|gz)(?::[0-9]+)?");
    private static final Pattern COMMAND = Pattern.compile("qingfen [a-z][^;,)\\n]*");

    /** Of a date that stopped; nothing is named twice. */
    static FailureCard of(Day day) {
        List<String> what = new ArrayList<>();
        Set<String> places = new LinkedHashSet<>();
        Set<String> commands = new LinkedHashSet<>();
        for (String line : day.failure().lines().toList()) {
            what.add(line.strip());
            Matcher place = PLACE.matcher(line);
            while (place.find()) {
                places.add(place.group());
            }
            Matcher command = COMMAND.matcher(line);
            while (command.find()) {
                commands.add(command.group().strip());
            }
        }
        if (commands.isEmpty()) {
            commands.add("qingfen restart --date " + day.date());
        }
        Matcher logged = LOGGED.matcher(day.failure());
        return new FailureCard(what, places, commands, logged.find() ? logged.group(1) : "");
    }
}
