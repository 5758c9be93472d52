package io.qingfen.risk.jdbc;

import io.qingfen.run.DayWork;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds that were placed and lifted by day count from the date whose night comes next. */
@Component
class HoldsOfTheDay implements DayWork {
    private final JdbcClient jdbc;

    HoldsOfTheDay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void takeOver(LocalDate businessDate) {
        jdbc.sql("update risk_hold set business_date = ? where business_date is null")
                .param(businessDate)
                .update();
        jdbc.sql("update risk_hold set lifted_on = ? where lifted_by is not null and lifted_on is null")
                .param(businessDate)
                .update();
    }
}
