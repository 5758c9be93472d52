package io.qingfen.explain.batch;

import io.qingfen.explain.Books;
import io.qingfen.explain.Explainer;
import io.qingfen.explain.Explanations;
import io.qingfen.explain.InputLines;
import io.qingfen.reference.References;
import io.qingfen.reports.CaseTexts;
import io.qingfen.review.CaseQueue;
import io.qingfen.run.BusinessDays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the explainer together; its rules know no framework. */
@Configuration(proxyBeanMethods = false)
class ExplainConfiguration {
    @Bean
    Explainer explainer(
            Books books, InputLines lines, References references, CaseQueue cases, CaseTexts texts, BusinessDays days) {
        return new Explanations(books, lines, references, cases, texts, days);
    }
}
