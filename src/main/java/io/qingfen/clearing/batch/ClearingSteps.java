package io.qingfen.clearing.batch;

import io.qingfen.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two clearing steps of the night. */
@Configuration(proxyBeanMethods = false)
class ClearingSteps {
    @Bean
    Step clearTerminals(Steps steps, ClearTerminals work) {
        return steps.partitionedStep(ClearTerminals.STEP, work);
    }

    @Bean
    Step clearFollowUps(Steps steps, ClearFollowUps work) {
        return steps.partitionedStep(ClearFollowUps.STEP, work);
    }
}
