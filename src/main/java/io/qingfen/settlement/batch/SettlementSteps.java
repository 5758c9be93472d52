package io.qingfen.settlement.batch;

import io.qingfen.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SettlementSteps {
    @Bean
    Step settleMerchants(Steps steps, SettlingMerchants work) {
        return steps.partitionedStep("settleMerchants", work);
    }
}
