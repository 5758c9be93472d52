package io.qingfen.scheme.batch;

import io.qingfen.run.Home;
import io.qingfen.scheme.SchemeFileName.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Formats by name: those that the program knows, and those that people describe in {@code reference/scheme-formats}, whose
 * files are read each time that they are needed.
 */
final class SchemeFormats {
    private static final Pattern DESCRIPTION = Pattern.compile("([a-z0-9][a-z0-9-]{0,39})\\.yml");
    private static final Map<Kind, SortedMap<String, SchemeFormat>> SHIPPED = Map.of(
            Kind.RECORDS,
            byName(
                    new UnionPayFormat("unionpay-acom"),
                    new UnionPayFormat("unionpay-acoma"),
                    new UnionPayOnlineFormat(),
                    new IpmFormat(),
                    new AdyenFormat(),
                    new WechatFormat(),
                    new AlipayFormat()),
            Kind.FUNDS,
            byName(new WechatFundsFormat(), new UnionPayMerchantsFormat()),
            Kind.DISPUTES,
            byName(new UnionPayDisputesFormat("unionpay-aerr"), new UnionPayDisputesFormat("unionpay-aerra")),
            Kind.FEES,
            byName(new UnionPayBrandFeesFormat()));
    private final Path described;

    SchemeFormats(Home home) {
        this.described = home.reference().resolve("scheme-formats");
    }

    /** @param name of {@link #names} of statements of funds */
    static FundsFormat funds(String name) {
        return (FundsFormat) SHIPPED.get(Kind.FUNDS).get(name);
    }

    private static SortedMap<String, SchemeFormat> byName(SchemeFormat... formats) {
        return Stream.of(formats)
                .collect(Collectors.toMap(SchemeFormat::name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** Shipped, and for records those described too, in order. */
    List<String> names(Kind kind) {
        TreeSet<String> names = new TreeSet<>(SHIPPED.get(kind).keySet());
        if (kind == Kind.RECORDS && Files.isDirectory(described)) {
            try (Stream<Path> files = Files.list(described)) {
                files.map(file -> DESCRIPTION.matcher(file.getFileName().toString()))
                        .filter(Matcher::matches)
                        .forEach(shape -> names.add(shape.group(1)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return List.copyOf(names);
    }

    /**
     * A shipped format wins over a described one of the same name.
     *
     * @param name one of {@link #names}
     * @throws io.qingfen.run.Refusal USAGE_OR_REFERENCE with every problem of its description as file:line
     */
    SchemeFormat format(Kind kind, String name) {
        SchemeFormat shipped = SHIPPED.get(kind).get(name);
        return shipped == null ? MappingFile.read(described.resolve(name + ".yml"), name) : shipped;
    }
}
