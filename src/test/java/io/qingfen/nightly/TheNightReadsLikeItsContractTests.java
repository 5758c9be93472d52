package io.qingfen.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.qingfen.run.Home;
import io.qingfen.schedule.JobDefinitions;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.step.Step;

/** The job's code, its definition and its document name the same steps in the same order. */
class TheNightReadsLikeItsContractTests {
    private static final String NAME = NightlySettlementJob.NAME;

    @TempDir
    private Path home;

    @Test
    void codeAndDefinitionNameTheSameStepsInTheSameOrder() throws IOException {
        String code = Files.readString(Path.of("src/main/java/io/qingfen/nightly/NightlySettlementJob.java"));

        List<String> steps = JobDefinitions.read(new Home(home), NAME).steps();

        assertThat(matches("\\.(?:start|next)\\((\\w+)\\)", code)).isEqualTo(steps);
    }

    @Test
    void eachStepIsABeanOfItsName() {
        Method job = Arrays.stream(NightlySettlementJob.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("nightlySettlement"))
                .findFirst()
                .orElseThrow();

        assertThat(Arrays.stream(job.getParameters())
                        .filter(parameter -> parameter.getType() == Step.class)
                        .map(Parameter::getName))
                .isEqualTo(JobDefinitions.read(new Home(home), NAME).steps());
    }

    @Test
    void documentAndDefinitionNameTheSameStepsInTheSameOrder() throws IOException {
        String document = Files.readString(Path.of("jobs", NAME + ".md"));

        assertThat(matches("(?m)^\\| `(\\w+)` \\|", document))
                .isEqualTo(JobDefinitions.read(new Home(home), NAME).steps());
    }

    @Test
    void documentTellsTheTimesOfTheDefinition() throws IOException {
        String definition = Files.readString(Path.of("jobs", NAME + ".yml"));
        String document = Files.readString(Path.of("jobs", NAME + ".md"));

        assertThat(definition).contains("cron: \"0 0 3 * * ?\"").contains("zone: Asia/Shanghai");
        assertThat(document).contains("03:00 Asia/Shanghai");
        assertThat(matches("(?:latestArrival|warn|late): \"(\\d\\d:\\d\\d)\"", definition))
                .isNotEmpty()
                .allMatch(document::contains);
    }

    private static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
