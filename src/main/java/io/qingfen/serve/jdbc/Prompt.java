package io.qingfen.serve.jdbc;

import io.qingfen.serve.batch.JobDesk;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Quartz asks to look at a job. What is due follows from the clock and the books, never from when Quartz asks. */
class Prompt implements Job {
    private final JobDesk desk;

    Prompt(JobDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(JobExecutionContext context) {
        desk.look(context.getJobDetail().getKey().getName());
    }
}
