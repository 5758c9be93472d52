package io.qingfen.reports.batch;

import io.qingfen.reports.ReportWords;
import io.qingfen.reports.Words;
import io.qingfen.run.OnlyServing;
import org.springframework.stereotype.Component;

/** Both languages, read once. */
@OnlyServing
@Component
class ShippedWords implements ReportWords {
    private final Words english = ShippedTexts.in("en").words();
    private final Words chinese = ShippedTexts.in("zh").words();

    @Override
    public Words in(String language) {
        return language.equals("en") ? english : chinese;
    }
}
