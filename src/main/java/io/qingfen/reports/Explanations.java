package io.qingfen.reports;

import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.ResponseCode.Outcome;
import io.qingfen.reference.Snapshot;

/** Explains failures by the response-code table of the date, and cases by it or by their kind. */
public final class Explanations {
    private static final String NO_ANSWER = "";
    private static final String UNMAPPED = "UNMAPPED_RESPONSE_CODE";
    private final Snapshot snapshot;
    private final String language;
    private final CaseTexts cases;

    public Explanations(Snapshot snapshot, CaseTexts cases) {
        this(snapshot, snapshot.settings().language(), cases);
    }

    /** @param language of the texts, whatever the settings say */
    public Explanations(Snapshot snapshot, String language, CaseTexts cases) {
        this.snapshot = snapshot;
        this.language = language;
        this.cases = cases;
    }

    /** A code that the table lacks is explained as unmapped. */
    public Explanation ofFailure(String responseCode) {
        ResponseCode row = snapshot.responseCode(responseCode);
        return row == null ? cases.of(UNMAPPED) : of(row);
    }

    /** By the response code when it says that something failed, else by the kind. */
    public Explanation ofCase(String kind, String responseCode) {
        ResponseCode row = snapshot.responseCode(responseCode);
        boolean saysNothing = responseCode.equals(NO_ANSWER) && !kind.equals("UNKNOWN_OUTCOME");
        return row == null || saysNothing || !isFailure(row.outcome()) ? cases.of(kind) : of(row);
    }

    /** The reason of a case that its subject tells: the kind in general, then what happened here. */
    public Explanation withSubject(Explanation text, String subject) {
        return new Explanation(
                text.category(), text.reason() + " — " + cases.told().of(subject), text.suggestedAction());
    }

    private Explanation of(ResponseCode row) {
        return new Explanation(row.category(), row.reason(language), row.suggestedAction(language));
    }

    private static boolean isFailure(Outcome outcome) {
        return switch (outcome) {
            case DECLINED, UNKNOWN, DUPLICATE -> true;
            case APPROVED, APPROVED_DEFECT, APPROVED_OFFLINE -> false;
        };
    }
}
