package io.qingfen.payouts.batch;

import io.qingfen.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Step writePayouts of the night. */
@Configuration(proxyBeanMethods = false)
class WritePayoutsStep {
    @Bean
    Step writePayouts(Steps steps, WritingPayouts work) {
        return steps.step("writePayouts", work);
    }
}
