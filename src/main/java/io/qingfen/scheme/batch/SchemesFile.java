package io.qingfen.scheme.batch;

import io.qingfen.reference.Channel;
import io.qingfen.run.Exit;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import io.qingfen.run.YamlText;
import io.qingfen.scheme.SchemeFileName.Kind;
import io.qingfen.scheme.SchemeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code home/schemes.yml}: which schemes and channels send files. Without the file none does. */
final class SchemesFile {
    static final String NAME = "schemes.yml";
    private static final Shape<String> SOURCE = Shape.text(
            "[a-z0-9][a-z0-9-]{0,29}", "1 to 30 small letters, digits and dashes: it stands in the names of files");
    private static final Shape<Channel> CHANNEL = Shape.oneOf(Channel.class);
    private static final Shape<Integer> CARRY_DAYS = Shape.number(0, 60);
    private static final int USUAL_CARRY_DAYS = 3;
    private static final Shape<Integer> DISPUTE_DAYS = Shape.number(1, 365);
    private static final int USUAL_DISPUTE_DAYS = 30;
    private static final Shape<Integer> FILES = Shape.number(1, 99);
    private final Home home;
    private final SchemeFormats formats;

    SchemesFile(Home home, SchemeFormats formats) {
        this.home = home;
        this.formats = formats;
    }

    /**
     * Sources by name; empty without the file.
     *
     * @throws Refusal USAGE_OR_REFERENCE with every problem as file:line
     */
    SortedMap<String, SchemeSource> sources() {
        Path path = home.root().resolve(NAME);
        SortedMap<String, SchemeSource> sources = new TreeMap<>();
        if (Files.exists(path)) {
            FileProblems problems = new FileProblems();
            new YamlText(NAME, "see docs/SPEC-schemes.md", problems)
                    .map(text(path))
                    .ifPresent(top -> read(top, sources));
            problems.refuse();
        }
        return sources;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": cannot be read (" + unreadable + "), or is not UTF-8");
        }
    }

    private void read(YamlMap top, SortedMap<String, SchemeSource> sources) {
        Set<Channel> covered = EnumSet.noneOf(Channel.class);
        List<YamlMap> entries = top.maps("sources");
        if (entries.isEmpty() && top.isSound()) {
            top.problem("sources", "is missing or empty; name a source, or remove the file");
        }
        for (YamlMap entry : entries) {
            SchemeSource source = source(entry);
            for (Channel channel : source.channels()) {
                if (!covered.add(channel)) {
                    entry.problem("channels", "names " + channel + ", which an earlier source covers");
                }
            }
            if (source.name() != null && sources.put(source.name(), source) != null) {
                entry.problem("name", "is that of an earlier source");
            }
        }
        top.end();
    }

    /** With nulls, and without formats, where the entry has a problem. */
    private SchemeSource source(YamlMap entry) {
        SchemeSource source = new SchemeSource(
                entry.value("name", SOURCE),
                Set.copyOf(entry.listOfSome("channels", CHANNEL)),
                formats(entry),
                entry.optional("disputeDays", DISPUTE_DAYS).orElse(USUAL_DISPUTE_DAYS),
                entry.optional("bookFees", Shape.TRUE_FALSE).orElse(false),
                entry.value("cutOff", Shape.TIME),
                entry.optional("carryDays", CARRY_DAYS).orElse(USUAL_CARRY_DAYS),
                entry.optional("files", FILES).orElse(1),
                entry.optional("requireConfirmation", Shape.TRUE_FALSE).orElse(false));
        entry.end();
        if (source.bookFees() && !source.sends(Kind.FEES)) {
            entry.problem("bookFees", "is true, and there are no fees; name their format: fees");
        }
        return source;
    }

    /** By kind; a format that people describe must be sound too. */
    private Map<Kind, String> formats(YamlMap entry) {
        Map<Kind, String> named = new EnumMap<>(Kind.class);
        String records = entry.value("format", Shape.among(formats.names(Kind.RECORDS)));
        if (records != null) {
            formats.format(Kind.RECORDS, records);
            named.put(Kind.RECORDS, records);
        }
        for (Kind kind : List.of(Kind.FUNDS, Kind.DISPUTES, Kind.FEES)) {
            entry.optional(kind.begin(), Shape.among(formats.names(kind))).ifPresent(name -> {
                named.put(kind, name);
                requireGoingTogether(entry, kind, name, records);
            });
        }
        return named;
    }

    private void requireGoingTogether(YamlMap entry, Kind kind, String name, String records) {
        Set<String> goesWith = formats.format(kind, name).goesWith();
        if (records != null && !goesWith.isEmpty() && !goesWith.contains(records)) {
            entry.problem(
                    kind.begin(),
                    "is " + name + ", which goes with " + String.join(" or ", new TreeSet<>(goesWith)) + ", not with "
                            + records);
        }
    }
}
