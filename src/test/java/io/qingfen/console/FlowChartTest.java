package io.qingfen.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.overview.Flow;
import io.qingfen.overview.Flow.Measured;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowChartTest {
    private static final Flow NIGHT = new Flow(List.of(
            new Measured("CAPTURES_PRESENT", "CNY", 10, 0),
            new Measured("CAPTURES_SETTLED", "CNY", 6, 0),
            new Measured("CAPTURES_SETTLED", "JPY", 1, 0),
            new Measured("CAPTURES_OPEN", "CNY", 3, 0),
            new Measured("AUTHORIZATIONS_SETTLED", "CNY", 7, 0),
            new Measured("AUTHORIZATIONS_FAILED", "CNY", 3, 0)));

    @Test
    void everyRecordGoesSomewhereAndNoneTwice() {
        FlowChart chart = FlowChart.of(NIGHT);
        assertThat(chart.sources())
                .containsExactly(new FlowChart.Source("CAPTURES_", 10), new FlowChart.Source("AUTHORIZATIONS_", 10));
        assertThat(chart.ends())
                .containsExactly(
                        new FlowChart.End("SETTLED", 14), new FlowChart.End("OPEN", 3), new FlowChart.End("FAILED", 3));
        assertThat(chart.bands())
                .extracting(FlowChart.Band::end)
                .containsExactly("SETTLED", "SETTLED", "OPEN", "FAILED");
    }

    /** Both sides begin at the top and end at the bottom, whatever lies between. */
    @Test
    void theBandsFillThePicture() {
        List<FlowChart.Band> bands = FlowChart.of(NIGHT).bands();
        assertThat(bands.get(0).path()).startsWith("M0,0 C500,0 500,0 1000,0 ");
        assertThat(bands.get(3).path()).contains(" L1000,1000 ").endsWith(" 0,1000 Z");
    }

    @Test
    void aNightWithoutRecordsHasNoPicture() {
        assertThat(FlowChart.of(new Flow(List.of())).bands()).isEmpty();
    }
}
