package io.qingfen.reference.batch;

import io.qingfen.money.Currency;
import io.qingfen.reference.BankFormat;
import io.qingfen.reference.Settings;
import io.qingfen.reference.Settings.Acquirer;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import io.qingfen.run.YamlMap;
import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code qingfen.yml}: every key may be left out; the key {@code database} is read at start, not here. */
final class SettingsFile {
    private static final Settings DEFAULTS = Settings.DEFAULTS;
    private static final Shape<String> LANGUAGE = Shape.text("zh|en", "zh or en");
    private static final Shape<Boolean> ON_REFUSED_FILE = Shape.choice("continue or stop", "continue", "stop");
    private static final Shape<Boolean> RELEASE = Shape.choice("automatic or four-eyes", "automatic", "four-eyes");
    private static final Shape<Boolean> ALL_OR_NONE =
            Shape.choice("all or none, or a list of merchant ids", "all", "none");
    private static final Shape<String> BANK_FORMAT =
            Shape.text("pain\\.001|csv|unionpay-df", "pain.001, csv or unionpay-df");
    private static final List<String> DATABASE_KEYS = List.of("url", "user", "password", "password-file");

    private SettingsFile() {}

    static Settings read(ReferenceFiles files, FileProblems problems) throws IOException {
        return new YamlFile(ReferenceFiles.SETTINGS, problems)
                .read(files)
                .map(SettingsFile::read)
                .orElse(DEFAULTS);
    }

    private static Settings read(YamlMap map) {
        Acquirer acquirer = map.map("acquirer").map(SettingsFile::acquirer).orElse(DEFAULTS.acquirer());
        ZoneId zone = map.optional("zone", Shape.ZONE).orElse(DEFAULTS.zone());
        LocalTime cutOff = map.optional("cutOff", Shape.TIME).orElse(DEFAULTS.cutOff());
        Currency currency = map.optional("currency", Shapes.CURRENCY).orElse(DEFAULTS.currency());
        String language = map.optional("language", LANGUAGE).orElse(DEFAULTS.language());
        Settings settings = new Settings(
                acquirer,
                zone,
                cutOff,
                currency,
                language,
                number(map, "carryDays", 0, 365, DEFAULTS.carryDays()),
                number(map, "lookbackDays", 1, 3650, DEFAULTS.lookbackDays()),
                number(map, "failingTerminalFailures", 1, 1_000_000, DEFAULTS.failingTerminalFailures()),
                number(map, "failingMerchantFailures", 1, 1_000_000, DEFAULTS.failingMerchantFailures()),
                number(map, "agedOutDays", 1, 3650, DEFAULTS.agedOutDays()),
                map.optional("onRefusedFile", ON_REFUSED_FILE).orElse(DEFAULTS.continueOnRefusedFile()),
                map.map("payouts").map(SettingsFile::payouts).orElse(DEFAULTS.payouts()),
                map.map("statements").map(SettingsFile::statements).orElse(DEFAULTS.statements()),
                map.map("retention").map(SettingsFile::retention).orElse(DEFAULTS.retention()));
        map.map("database").ifPresent(SettingsFile::database);
        map.end();
        return settings;
    }

    private static int number(YamlMap map, String key, int least, int most, int otherwise) {
        return map.optional(key, Shape.number(least, most)).orElse(otherwise);
    }

    private static Acquirer acquirer(YamlMap map) {
        Acquirer acquirer = new Acquirer(
                map.value("name", Shape.words(1, 140)),
                map.value("accountNo", Shapes.ACCOUNT_NO),
                map.value("bankCode", Shapes.BANK_CODE));
        map.end();
        return acquirer;
    }

    private static Settings.Statements statements(YamlMap map) {
        List<String> merchants = map.hasList("pdf") ? map.list("pdf", Shapes.MERCHANT_ID) : List.of();
        boolean all = !map.hasList("pdf")
                && map.optional("pdf", ALL_OR_NONE).orElse(DEFAULTS.statements().allPdf());
        map.end();
        return new Settings.Statements(all, new HashSet<>(merchants));
    }

    /** Re-runs reach back days, refunds and windows of deposits a year or two, the law five and more. */
    private static Settings.Retention retention(YamlMap map) {
        int working = number(map, "workingDays", 7, 1826, DEFAULTS.retention().workingDays());
        int books = number(map, "booksDays", 1827, 36_525, DEFAULTS.retention().booksDays());
        map.end();
        return new Settings.Retention(working, books);
    }

    private static Settings.Payouts payouts(YamlMap map) {
        Settings.Payouts defaults = DEFAULTS.payouts();
        Map<String, Long> limits = map.map("limit").map(SettingsFile::limits).orElse(defaults.limits());
        Settings.Payouts payouts = new Settings.Payouts(
                map.optional("release", RELEASE).orElse(defaults.automatic()),
                limits,
                map.optional("holdOutliers", Shape.TRUE_FALSE).orElse(defaults.holdOutliers()),
                number(map, "proposalHours", 1, 8760, defaults.proposalHours()),
                map.optional("verify", Shape.TRUE_FALSE).orElse(defaults.verify()),
                send(map, defaults.send()));
        map.end();
        return payouts;
    }

    private static Set<BankFormat> send(YamlMap map, Set<BankFormat> otherwise) {
        if (!map.has("send")) {
            return otherwise;
        }
        Set<BankFormat> formats = new HashSet<>();
        for (String word : map.list("send", BANK_FORMAT)) {
            for (BankFormat format : BankFormat.values()) {
                if (format.word().equals(word)) {
                    formats.add(format);
                }
            }
        }
        if (formats.isEmpty() && map.isSound()) {
            map.problem("send", "is an empty list; name one format: pain.001, csv or unionpay-df");
        }
        return formats;
    }

    /** An amount by currency. */
    private static Map<String, Long> limits(YamlMap map) {
        Map<String, Long> limits = new HashMap<>();
        for (String code : map.keys()) {
            Currency currency = Currency.find(code);
            if (currency != null) {
                Long limit = map.value(code, Shapes.amount(currency));
                limits.put(code, limit == null ? 0L : limit);
            } else {
                map.problem(code, "is not a currency of ISO 4217 like CNY");
                map.has(code);
            }
        }
        return limits;
    }

    private static void database(YamlMap map) {
        DATABASE_KEYS.forEach(map::has);
        map.end();
    }
}
