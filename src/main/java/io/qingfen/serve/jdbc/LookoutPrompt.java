package io.qingfen.serve.jdbc;

import io.qingfen.serve.batch.Lookout;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Quartz asks whether something is late. */
class LookoutPrompt implements Job {
    private final Lookout lookout;

    LookoutPrompt(Lookout lookout) {
        this.lookout = lookout;
    }

    @Override
    public void execute(JobExecutionContext context) {
        lookout.look();
    }
}
