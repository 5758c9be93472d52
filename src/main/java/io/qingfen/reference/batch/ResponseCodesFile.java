package io.qingfen.reference.batch;

import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.ResponseCode.Outcome;
import io.qingfen.run.FileProblems;
import io.qingfen.run.Shape;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code response-codes.csv}: what each answer of the host means; English columns may be left out. */
final class ResponseCodesFile {
    private static final CsvTable TABLE = new CsvTable(
            ReferenceFiles.RESPONSE_CODES,
            List.of("code", "meaning", "pos_class", "category", "reason", "outcome", "suggested_action"),
            List.of("meaning_en", "reason_en", "suggested_action_en"));
    private static final Shape<String> CATEGORY =
            Shape.text("CARD|TERMINAL|BANK|OTHER|-", "one of CARD, TERMINAL, BANK, OTHER, or - for no failure");
    private static final Shape<String> TEXT = Shape.words(0, 400);

    private ResponseCodesFile() {}

    static Map<String, ResponseCode> read(ReferenceFiles files, FileProblems problems) throws IOException {
        Map<String, ResponseCode> codes = new LinkedHashMap<>();
        boolean complete = TABLE.read(files, problems, row -> {
            ResponseCode code = code(row);
            if (row.isSound() && codes.putIfAbsent(code.code(), code) != null) {
                row.problem("code", "'" + code.code() + "' stands twice; remove one");
            }
        });
        if (complete && !codes.containsKey("")) {
            problems.warn(TABLE.file(), 0, "code", "has no row with an empty code, which means no answer");
        }
        return codes;
    }

    private static ResponseCode code(CsvRow row) {
        ResponseCode code = new ResponseCode(
                row.value("code", Shapes.RESPONSE_CODE),
                row.value("outcome", Shape.oneOf(Outcome.class)),
                orEmpty(row.value("category", CATEGORY)),
                orEmpty(row.value("reason", TEXT)),
                orEmpty(row.value("reason_en", TEXT)),
                orEmpty(row.value("suggested_action", TEXT)),
                orEmpty(row.value("suggested_action_en", TEXT)));
        boolean failure = code.outcome() == Outcome.DECLINED || code.outcome() == Outcome.UNKNOWN;
        if (row.isSound() && failure && code.category().isEmpty()) {
            row.problem("category", "is '-', but " + code.outcome() + " is a failure; name its category");
        }
        return code;
    }

    /** The table writes a dash where there is nothing to say. */
    private static String orEmpty(String text) {
        return text == null || text.equals("-") ? "" : text;
    }
}
