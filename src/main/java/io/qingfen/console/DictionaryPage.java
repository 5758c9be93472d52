package io.qingfen.console;

import io.qingfen.reports.Dictionaries;
import io.qingfen.run.OnlyServing;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What every column of every file means, in the language of the page. */
@OnlyServing
@Controller
class DictionaryPage {
    private final Dictionaries dictionaries;

    DictionaryPage(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @GetMapping("/dictionary")
    String look(Locale locale, Model model) {
        model.addAttribute("dictionary", dictionaries.in(locale.getLanguage()));
        return "dictionary";
    }
}
