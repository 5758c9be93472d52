package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.money.Rate;
import io.qingfen.reference.MerchantClass;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.RiskRule;
import io.qingfen.reference.RiskRule.Kind;
import io.qingfen.run.FileProblem;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code risk-rules.yml}, optional: what a person wants to look at before money leaves. */
final class RiskRulesFile {
    private static final int DATES = 30;
    private static final Set<String> RISK_REASONS = Set.of("银行风控", "Bank risk control");
    private static final Shape<Integer> FACTOR =
            new Shape<>("a factor like 5 or 2.5 (from 1 to 1000, at most 2 decimals)", RiskRulesFile::hundredths);
    private static final Shape<Boolean> MEASURE = Shape.choice("AMOUNT or COUNT", "AMOUNT", "COUNT");

    private final Currency home;
    private final Map<String, ResponseCode> codes;
    private final Versions<RiskRule> rules = new Versions<>(RiskRule::effectiveFrom);

    private RiskRulesFile(Currency home, Map<String, ResponseCode> codes) {
        this.home = home;
        this.codes = codes;
    }

    /** The rules in force on the date, by id; none without the file. */
    static List<RiskRule> read(
            ReferenceFiles files, Currency home, Map<String, ResponseCode> codes, LocalDate date, FileProblems problems)
            throws IOException {
        RiskRulesFile reading = new RiskRulesFile(home, codes);
        new YamlFile(ReferenceFiles.RISK_RULES, problems).read(files).ifPresent(reading::rules);
        return reading.rules.ids().stream()
                .flatMap(id -> reading.rules.inForce(id, date).stream())
                .toList();
    }

    private void rules(YamlMap map) {
        if (!map.has("rules")) {
            map.problem("rules", "is missing; list the rules under it, or remove the file");
        }
        map.maps("rules").forEach(this::rule);
        map.end();
    }

    private void rule(YamlMap map) {
        Currency currency = map.optional("currency", Shapes.CURRENCY).orElse(home);
        Shape<Long> amount = Shapes.amount(currency);
        Kind kind = map.value("kind", Shape.oneOf(Kind.class));
        Optional<YamlMap> when = map.map("when");
        RiskRule rule = new RiskRule(
                map.value("id", Shapes.ID),
                map.optional("effectiveFrom", Shapes.DATE).orElse(Versions.ALWAYS),
                kind,
                when.map(one -> Tariff.set(one, "mcc", Shapes.MCC)).orElse(Set.of()),
                when.map(one -> Tariff.set(one, "merchantClass", Shape.oneOf(MerchantClass.class)))
                        .orElse(Set.<MerchantClass>of()),
                currency,
                Boolean.TRUE.equals(map.value("holdPayout", Shape.TRUE_FALSE)),
                kind == Kind.SINGLE_AMOUNT
                        ? orZero(map.value("limit", amount))
                        : hasFloor(kind) ? orZero(map.value("floor", amount)) : 0L,
                kind == Kind.DAILY_AMOUNT ? orZero(map.value("factor", FACTOR)) : 0,
                isShare(kind) ? share(map) : 0,
                least(map, kind),
                kind == Kind.RISK_DECLINES ? riskCodes(map) : Set.of(),
                kind == Kind.NIGHT_SHARE ? night(map) : Optional.empty());
        when.ifPresent(YamlMap::end);
        map.end();
        if (map.isSound()) {
            rules.add(rule.id(), rule, currency, map);
        }
    }

    private static boolean hasFloor(Kind kind) {
        return kind == Kind.DAILY_AMOUNT || kind == Kind.REFUND_RATIO || kind == Kind.NIGHT_SHARE;
    }

    private static boolean isShare(Kind kind) {
        return kind == Kind.REFUND_RATIO || kind == Kind.RISK_DECLINES || kind == Kind.NIGHT_SHARE;
    }

    private static int share(YamlMap map) {
        Rate limit = map.value("limit", Shapes.RATE);
        return limit == null ? 0 : limit.partsPerMillion();
    }

    private static int least(YamlMap map, Kind kind) {
        if (kind == Kind.DAILY_AMOUNT) {
            return orZero(map.value("minDays", Shape.number(1, DATES)));
        }
        if (kind == Kind.SAME_CARD) {
            return orZero(map.value("times", Shape.number(2, 1_000_000)));
        }
        return kind == Kind.RISK_DECLINES ? orZero(map.value("minCount", Shape.number(1, 1_000_000))) : 0;
    }

    private Set<String> riskCodes(YamlMap map) {
        Set<String> named = new LinkedHashSet<>(Tariff.set(map, "codes", Shapes.RESPONSE_CODE));
        for (String code : named) {
            if (!codes.containsKey(code)) {
                map.problem("codes", FileProblem.shown(code) + " is not in reference/response-codes.csv; add it there");
            }
        }
        if (map.has("codes")) {
            return named;
        }
        Set<String> found = new TreeSet<>();
        codes.values().stream()
                .filter(code -> RISK_REASONS.contains(code.reasonZh()) || RISK_REASONS.contains(code.reasonEn()))
                .forEach(code -> found.add(code.code()));
        if (found.isEmpty()) {
            map.problem(
                    "codes",
                    "is missing, and no code of reference/response-codes.csv has the reason 银行风控; name the codes");
        }
        return found;
    }

    private static Optional<RiskRule.Night> night(YamlMap map) {
        var from = map.value("from", Shape.TIME);
        var to = map.value("to", Shape.TIME);
        boolean byAmount = Boolean.TRUE.equals(map.value("of", MEASURE));
        if (from != null && from.equals(to)) {
            map.problem("to", "is the same time as from: no time of day lies between them");
        }
        return Optional.of(new RiskRule.Night(from, to, byAmount));
    }

    private static int hundredths(String text) {
        if (!text.matches("(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?")) {
            throw new IllegalArgumentException("not a factor");
        }
        int hundredths = new BigDecimal(text).movePointRight(2).intValueExact();
        if (hundredths < 100 || hundredths > 100_000) {
            throw new IllegalArgumentException("out of range");
        }
        return hundredths;
    }

    private static int orZero(Integer value) {
        return value == null ? 0 : value;
    }

    private static long orZero(Long value) {
        return value == null ? 0 : value;
    }
}
