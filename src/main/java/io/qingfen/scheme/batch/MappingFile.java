package io.qingfen.scheme.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.TxnType;
import io.qingfen.run.Exit;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Refusal;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import io.qingfen.run.YamlText;
import io.qingfen.scheme.MappedSums.Stated;
import io.qingfen.scheme.Mapping;
import io.qingfen.scheme.Mapping.Filter;
import io.qingfen.scheme.Mapping.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One file of {@code reference/scheme-formats}: how somebody's statement is read. */
final class MappingFile {
    private static final List<String> CHARSETS = List.of("UTF-8", "GB18030", "GBK", "ISO-8859-1", "US-ASCII");
    private static final Shape<String> KIND = Shape.among(List.of("delimited", "fixed-width"));
    private static final Shape<Character> SEPARATOR = new Shape<>("one character like \",\" or \"\\t\"", text -> {
        if (text.length() != 1 || text.charAt(0) == '"' || text.charAt(0) == '\n') {
            throw new IllegalArgumentException("not one character");
        }
        return text.charAt(0);
    });
    private static final Shape<String> BEGIN = Shape.words(1, 40);
    private static final int LONGEST = 10_000;
    private static final Shape<Integer> LENGTH = Shape.number(1, LONGEST);
    private static final Shape<String> NUMBER = Shape.text("[1-9][0-9]{0,2}", "a column's number from 1");
    private static final Shape<Boolean> OF =
            Shape.choice("\"all rows\" or \"rows that count\"", "all rows", "rows that count");
    private static final Shape<Integer> SKIP = Shape.number(0, 1_000);
    private static final Shape<DateTimeFormatter> PATTERN =
            new Shape<>("a pattern like \"uuuu-MM-dd HH:mm:ss\"", MappingFile::pattern);
    private static final Shape<Currency> CURRENCY = new Shape<>("a currency like CNY", code -> {
        if (Currency.find(code) == null) {
            throw new IllegalArgumentException("not known");
        }
        return Currency.of(code);
    });
    private static final Shape<Boolean> UNIT = Shape.choice("major (12.34) or minor (1234)", "minor", "major");
    private static final Shape<Boolean> SIGN = Shape.choice("\"by type\" or \"as written\"", "as written", "by type");
    private static final Shape<Boolean> PAID = Shape.choice("negative or positive", "negative", "positive");

    private final YamlMap top;
    private final boolean fixed;
    private final boolean header;
    private final int length;

    private MappingFile(YamlMap top) {
        this.top = top;
        this.fixed = "fixed-width".equals(top.value("kind", KIND));
        this.length = fixed ? Optional.ofNullable(top.value("length", LENGTH)).orElse(1) : 0;
        this.header = !fixed && top.optional("header", Shape.TRUE_FALSE).orElse(true);
    }

    /** @throws Refusal USAGE_OR_REFERENCE with every problem as file:line */
    static MappedFormat read(Path path, String name) {
        String file = "reference/scheme-formats/" + path.getFileName();
        FileProblems problems = new FileProblems();
        String text = text(path);
        Optional<MappedFormat> format = new YamlText(file, "see docs/SPEC-schemes.md", problems)
                .map(text)
                .map(top -> new MappingFile(top).format(name));
        problems.refuse();
        return format.orElseThrow().describedBy(SchemeInbox.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, file + ": cannot be read (" + unreadable + "), or is not UTF-8");
        }
    }

    private MappedFormat format(String name) {
        Mapping mapping = mapping();
        MappedFormat.Text text = new MappedFormat.Text(
                top.optional("encoding", Shape.among(CHARSETS)).orElse("UTF-8"),
                fixed ? 0 : top.optional("separator", SEPARATOR).orElse(','),
                header,
                length,
                top.optional("skip", SKIP).orElse(0),
                top.list("ignore", BEGIN),
                top.optional("last", BEGIN).orElse(""),
                stated(mapping));
        top.end();
        return new MappedFormat(name, mapping, text);
    }

    private Mapping mapping() {
        Map<Value, List<String>> places = new EnumMap<>(Value.class);
        Map<String, TxnType> types = new HashMap<>();
        Optional<YamlMap> type = top.mapThere("type");
        boolean bySign = type.filter(map -> map.has("positive")).isPresent();
        TxnType plus = bySign ? side(type.get(), "positive", TxnType.Side.DEBIT) : null;
        TxnType minus = bySign ? side(type.get(), "negative", TxnType.Side.CREDIT) : null;
        type.filter(map -> !bySign).ifPresent(map -> {
            places.put(Value.TYPE, at(map));
            map.mapThere("words").ifPresent(words -> words(words, types));
        });
        type.ifPresent(YamlMap::end);
        Optional<YamlMap> amount = top.mapThere("amount");
        amount.ifPresent(map -> places.put(Value.AMOUNT, at(map)));
        boolean minor = amount.map(map -> map.value("unit", UNIT)).orElse(false);
        boolean signed = amount.map(map -> map.value("sign", SIGN)).orElse(false);
        amount.ifPresent(YamlMap::end);
        if (bySign && !signed && amount.isPresent() && top.isSound()) {
            amount.get().problem("sign", "must be \"as written\": nothing else tells which way the money goes");
        }
        boolean costNegative = cost(places);
        return new Mapping(
                others(places),
                types,
                plus,
                minus,
                signed,
                minor,
                costNegative,
                currency(places),
                time(places),
                filters());
    }

    /** Sums need a last line, and amounts of one number of decimals. */
    private Stated stated(Mapping mapping) {
        Optional<YamlMap> stated = top.map("stated");
        if (stated.isEmpty()) {
            return Stated.NOTHING;
        }
        if (!top.has("last")) {
            top.problem("stated", "needs last: how the line begins that states it");
        }
        Optional<YamlMap> count = stated.get().map("count");
        Optional<YamlMap> amount = stated.get().map("amount");
        stated.get().end();
        if (amount.isPresent() && !mapping.minorUnits() && mapping.has(Value.CURRENCY)) {
            amount.get().problem("at", "a sum needs one currency; the rows name theirs");
        }
        Currency currency = mapping.currency();
        int digits = mapping.minorUnits() || currency == null ? 0 : currency.digits();
        return new Stated(sumAt(count), ofAll(count), sumAt(amount), ofAll(amount), digits);
    }

    private String sumAt(Optional<YamlMap> sum) {
        Shape<String> place = fixed ? bytes(LONGEST) : NUMBER;
        return sum.map(map -> map.value("at", place)).orElse("");
    }

    private static boolean ofAll(Optional<YamlMap> sum) {
        boolean all = sum.flatMap(map -> map.optional("of", OF)).orElse(false);
        sum.ifPresent(YamlMap::end);
        return all;
    }

    private TxnType side(YamlMap map, String key, TxnType.Side side) {
        TxnType type = map.value(key, Shape.oneOf(TxnType.class));
        if (type != null && (type.side() != side || type == TxnType.REVERSAL)) {
            map.problem(key, type + " goes the other way");
        }
        return type;
    }

    private void words(YamlMap words, Map<String, TxnType> types) {
        for (String key : words.keys()) {
            List<String> texts = words.oneOrSome(key, BEGIN);
            Optional<TxnType> type = Arrays.stream(TxnType.values())
                    .filter(one -> one.name().equals(key) && (one.isCapturable() || one == TxnType.REVERSAL))
                    .findFirst();
            if (type.isEmpty()) {
                words.problem(key, "is no type of a transaction that moves money");
            }
            type.ifPresent(known -> texts.stream()
                    .filter(word -> types.put(word, known) != null)
                    .forEach(word -> words.problem(key, "has the word '" + word + "', which stands here twice")));
        }
    }

    private boolean cost(Map<Value, List<String>> places) {
        Optional<YamlMap> cost = top.map("cost");
        cost.ifPresent(map -> places.put(Value.COST, at(map)));
        boolean negative = cost.map(map -> map.value("paid", PAID)).orElse(false);
        cost.ifPresent(YamlMap::end);
        return negative;
    }

    private Currency currency(Map<Value, List<String>> places) {
        if (!top.hasMap("currency")) {
            return top.value("currency", CURRENCY);
        }
        place("currency", Value.CURRENCY, places);
        return null;
    }

    private DateTimeFormatter time(Map<Value, List<String>> places) {
        Optional<YamlMap> time = top.mapThere("time");
        time.ifPresent(map -> places.put(Value.TIME, at(map)));
        DateTimeFormatter pattern =
                time.map(map -> map.value("pattern", PATTERN)).orElse(null);
        time.ifPresent(YamlMap::end);
        return pattern;
    }

    private Map<Value, List<String>> others(Map<Value, List<String>> places) {
        place("reference", Value.REFERENCE, places);
        place("otherReference", Value.OTHER_REFERENCE, places);
        place("rrn", Value.RRN, places);
        place("terminal", Value.TERMINAL, places);
        place("merchant", Value.MERCHANT, places);
        place("card", Value.CARD, places);
        if (!places.containsKey(Value.REFERENCE)
                && !(places.containsKey(Value.RRN) && places.containsKey(Value.TERMINAL))) {
            top.problem("reference", "is missing, and so is rrn or terminal: nothing to find our transaction by");
        }
        return places;
    }

    private void place(String key, Value value, Map<Value, List<String>> places) {
        top.map(key).ifPresent(map -> {
            places.put(value, at(map));
            map.end();
        });
    }

    private List<Filter> filters() {
        List<Filter> filters = new ArrayList<>();
        for (String key : List.of("only", "leaveOut")) {
            for (YamlMap map : top.maps(key)) {
                List<String> at = at(map);
                List<String> words = map.oneOrSome("is", Shape.words(0, 100));
                map.end();
                at.forEach(place -> filters.add(new Filter(place, new HashSet<>(words), key.equals("only"))));
            }
        }
        return filters;
    }

    private List<String> at(YamlMap map) {
        return map.oneOrSome("at", fixed ? bytes(length) : header ? BEGIN : NUMBER);
    }

    private static Shape<String> bytes(int length) {
        return new Shape<>("bytes like 1-12, from 1 to " + length, text -> {
            String[] ends = text.split("-", -1);
            int from = Integer.parseInt(ends[0]);
            int to = Integer.parseInt(ends[1]);
            if (ends.length != 2 || from < 1 || to < from || to > length) {
                throw new IllegalArgumentException("not in the record");
            }
            return text;
        });
    }

    /** With a year, so that a time is one moment; {@code yyyy} counts as {@code uuuu}. */
    private static DateTimeFormatter pattern(String text) {
        if (!text.contains("yy") && !text.contains("uu")) {
            throw new IllegalArgumentException("without a year");
        }
        return DateTimeFormatter.ofPattern(text.replace('y', 'u'), Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
