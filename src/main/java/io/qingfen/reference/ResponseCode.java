package io.qingfen.reference;

/**
 * One row of the response-code table.
 *
 * @param code two characters, or empty for "no answer"
 * @param category CARD, TERMINAL, BANK, OTHER, or empty where the code is no failure
 * @param reasonEn empty when the table gives no English
 */
public record ResponseCode(
        String code,
        Outcome outcome,
        String category,
        String reasonZh,
        String reasonEn,
        String suggestedActionZh,
        String suggestedActionEn) {

    /** What the host's answer means for the money. */
    public enum Outcome {
        APPROVED,
        APPROVED_DEFECT,
        APPROVED_OFFLINE,
        DECLINED,
        UNKNOWN,
        DUPLICATE
    }

    public String reason(String language) {
        return "en".equals(language) && !reasonEn.isEmpty() ? reasonEn : reasonZh;
    }

    public String suggestedAction(String language) {
        return "en".equals(language) && !suggestedActionEn.isEmpty() ? suggestedActionEn : suggestedActionZh;
    }
}
