package io.qingfen.intake.batch;

import io.qingfen.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two intake steps of the night. */
@Configuration(proxyBeanMethods = false)
class IntakeSteps {
    @Bean
    Step collectFiles(Steps steps, CollectFiles work) {
        return steps.repeatedStep(CollectFiles.STEP, work);
    }

    @Bean
    Step routeRecords(Steps steps, RouteRecords work) {
        return steps.partitionedStep(RouteRecords.STEP, work);
    }
}
