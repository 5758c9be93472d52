package io.qingfen.reports.batch;

import io.qingfen.reports.Dictionary;
import io.qingfen.reports.Dictionary.Entry;
import io.qingfen.reports.Dictionary.Layout;
import java.util.List;

/** The dictionary of columns as docs/DICTIONARY.md. */
final class DictionaryText {
    private static final String HEAD = """
            # Dictionary of columns 列字典

            Every column of every CSV file, and of every table of a report on demand (`report/table`). Made from `layouts.csv` and
            `dictionary.csv` beside the report writers; tests hold them against what is written. The console shows the same under
            Reports, Columns. 本页由报表程序旁的列字典生成，测试保证与实际写出的列一致。

            A layout has a version: inside it columns are only added, at the end. What else changes makes a new version. 每个文件有版本：
            同一版本内只在末尾增列，其他变化即为新版本。

            `money` is decimal text with the digits of its currency. Sign: `+` never negative, `±` either way, as the meaning says. In reports on
            demand an amount that names its currency has it in the next column, `…_currency`. 金额为带币种小数位的十进制文本；`+` 不为负，`±` 可正可负，含义见说明；
            按需报表中带币种的金额，其币种在下一列 `…_currency`。
            """;

    private DictionaryText() {}

    static String of(Dictionary english, Dictionary chinese) {
        StringBuilder page = new StringBuilder(HEAD);
        for (Layout layout : english.layouts()) {
            Layout other = chinese.layout(layout.file()).orElseThrow();
            page.append("\n## ").append(layout.file()).append(" v").append(layout.version());
            page.append("\n").append(layout.row()).append(" · ").append(other.row());
            page.append("\n\n| column 列 | unit | sign | meaning | 含义 |\n|---|---|---|---|---|\n");
            List<Entry> words = chinese.of(other);
            int at = 0;
            for (Entry entry : english.of(layout)) {
                page.append("| `").append(entry.column()).append("` | ").append(entry.unit());
                page.append(" | ").append(entry.sign()).append(" | ").append(entry.meaning());
                page.append(" | ").append(words.get(at++).meaning()).append(" |\n");
            }
        }
        return page.toString();
    }
}
