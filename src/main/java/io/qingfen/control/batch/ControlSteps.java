package io.qingfen.control.batch;

import io.qingfen.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ControlSteps {
    @Bean
    Step proveBooks(Steps steps, ProvingBooks work) {
        return steps.step("proveBooks", work);
    }
}
