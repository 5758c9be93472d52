package io.qingfen.schedule;

import io.qingfen.run.Exit;
import io.qingfen.run.Home;
import io.qingfen.run.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every job of the program with its definition, checked. */
public final class ScheduledJobs {
    private final Map<String, ScheduledJob> jobs = new TreeMap<>();
    private final Map<String, JobDefinition> definitions = new TreeMap<>();

    /** @throws Refusal with every problem of every definition */
    public ScheduledJobs(Home home, List<ScheduledJob> all) {
        List<String> problems = new ArrayList<>();
        for (ScheduledJob job : all) {
            jobs.put(job.name(), job);
            try {
                JobDefinition definition = JobDefinitions.read(home, job.name());
                definitions.put(job.name(), definition);
                requireSameSteps(job, definition, problems);
            } catch (Refusal refusal) {
                problems.addAll(refusal.problems());
            }
        }
        problems.addAll(JobDefinitions.strangers(home, jobs.keySet()));
        if (!problems.isEmpty()) {
            throw new Refusal(Exit.USAGE_OR_REFERENCE, problems);
        }
    }

    private static void requireSameSteps(ScheduledJob job, JobDefinition definition, List<String> problems) {
        if (!definition.steps().equals(job.steps())) {
            problems.add("jobs/" + job.name() + ".yml: its steps are not those of the program, in their order: "
                    + String.join(", ", job.steps()));
        }
    }

    public List<JobDefinition> definitions() {
        return List.copyOf(definitions.values());
    }

    public ScheduledJob job(String name) {
        return jobs.get(name);
    }

    public JobDefinition definition(String name) {
        return definitions.get(name);
    }
}
