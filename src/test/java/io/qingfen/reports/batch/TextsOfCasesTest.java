package io.qingfen.reports.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.Snapshots;
import io.qingfen.reference.ResponseCode;
import io.qingfen.reference.ResponseCode.Outcome;
import io.qingfen.reference.Settings;
import io.qingfen.reports.Explanation;
import io.qingfen.reports.Explanations;
import io.qingfen.review.CaseKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsOfCasesTest {
    private static final Map<String, ResponseCode> CODES = Map.of(
            "00", new ResponseCode("00", Outcome.APPROVED, "", "成功", "approved", "", ""),
            "51", new ResponseCode("51", Outcome.DECLINED, "CARD", "余额不足", "no funds", "换卡", "other card"),
            "", new ResponseCode("", Outcome.UNKNOWN, "TERMINAL", "无应答", "no answer", "查询", "ask"));

    private final Explanations explanations = new Explanations(
            Snapshots.of(LocalDate.of(2026, 2, 12), Settings.DEFAULTS, List.of(), List.of(), CODES),
            ShippedTexts.in("zh").cases());

    @ParameterizedTest
    @EnumSource(CaseKind.class)
    void areThereForEveryKindInBothLanguages(CaseKind kind) {
        for (String language : List.of("zh", "en")) {
            Explanation explanation = ShippedTexts.in(language).cases().of(kind.name());
            assertThat(explanation.category()).matches("[A-Z]+");
            assertThat(explanation.reason()).isNotBlank();
            assertThat(explanation.suggestedAction()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DECLINED_CAPTURE, 51, CARD, 余额不足",
        "AMOUNT_MISMATCH, 00, BREAK, 明细与授权的金额不一致",
        "ORPHAN_CAPTURE, '', ORPHAN, 终端明细没有对应的授权",
        "UNKNOWN_OUTCOME, '', TERMINAL, 无应答",
        "UNMAPPED_RESPONSE_CODE, QQ, OTHER, 应答码不在对照表中，按结果未知处理"
    })
    void followTheResponseCodeWhenItSaysWhatFailed(String kind, String code, String category, String reason) {
        Explanation explanation = explanations.ofCase(kind, code);
        assertThat(explanation.category()).isEqualTo(category);
        assertThat(explanation.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"51, CARD", "'', TERMINAL", "QQ, OTHER"})
    void explainEveryFailure(String code, String category) {
        assertThat(explanations.ofFailure(code).category()).isEqualTo(category);
    }
}
