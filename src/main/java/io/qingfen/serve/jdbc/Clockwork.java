package io.qingfen.serve.jdbc;

import io.qingfen.run.Home;
import io.qingfen.run.OnlyServing;
import io.qingfen.schedule.JobDefinition;
import io.qingfen.schedule.ScheduledJob;
import io.qingfen.schedule.ScheduledJobs;
import io.qingfen.serve.batch.JobDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;

/**
 * Quartz on the books' database, shared by all processes that serve it: each prompt goes to one of them. Besides its
 * times every job is looked at in short intervals, so that one that waits, or whose process died, goes on.
 */
@OnlyServing
@Configuration(proxyBeanMethods = false)
class Clockwork {
    private static final String GROUP = "qingfen";
    private static final int SPARE_THREADS = 3;

    @Bean
    ScheduledJobs scheduledJobs(Home home, List<ScheduledJob> jobs) {
        return new ScheduledJobs(home, jobs);
    }

    @Bean
    SchedulerFactoryBean clockwork(
            DataSource books,
            ApplicationContext context,
            JobDesk desk,
            @Value("${qingfen.serve.look-every-seconds:15}") int seconds) {
        List<JobDetail> details = new ArrayList<>();
        List<Trigger> triggers = new ArrayList<>();
        for (JobDefinition definition : desk.definitions()) {
            JobDetail detail = detail(Prompt.class, definition.name());
            details.add(detail);
            triggers.add(atItsTimes(detail, definition));
            triggers.add(inBetween(detail, seconds));
        }
        JobDetail lookout = detail(LookoutPrompt.class, "lookout");
        details.add(lookout);
        triggers.add(inBetween(lookout, seconds));
        SchedulerFactoryBean quartz = new SchedulerFactoryBean();
        quartz.setSchedulerName("qingfen");
        quartz.setDataSource(books);
        quartz.setQuartzProperties(settings(details.size() + SPARE_THREADS));
        SpringBeanJobFactory factory = new SpringBeanJobFactory();
        factory.setApplicationContext(context);
        quartz.setJobFactory(factory);
        quartz.setApplicationContext(context);
        quartz.setOverwriteExistingJobs(true);
        quartz.setJobDetails(details.toArray(JobDetail[]::new));
        quartz.setTriggers(triggers.toArray(Trigger[]::new));
        quartz.setWaitForJobsToCompleteOnShutdown(true);
        return quartz;
    }

    private static JobDetail detail(Class<? extends org.quartz.Job> type, String name) {
        return JobBuilder.newJob(type).withIdentity(name, GROUP).storeDurably().build();
    }

    /** Whatever was missed while nobody served is caught up by one prompt. */
    private static Trigger atItsTimes(JobDetail detail, JobDefinition definition) {
        return TriggerBuilder.newTrigger()
                .forJob(detail)
                .withIdentity(definition.name() + " at its times", GROUP)
                .withSchedule(CronScheduleBuilder.cronSchedule(
                                definition.timetable().cron())
                        .inTimeZone(TimeZone.getTimeZone(definition.timetable().zone()))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    private static Trigger inBetween(JobDetail detail, int seconds) {
        return TriggerBuilder.newTrigger()
                .forJob(detail)
                .withIdentity(detail.getKey().getName() + " in between", GROUP)
                .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(seconds)
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    private static Properties settings(int threads) {
        Properties settings = new Properties();
        // Quartz's own choice asks for the name of the machine, and a container whose name nobody resolves never
        // started.
        settings.setProperty(
                "org.quartz.scheduler.instanceId", UUID.randomUUID().toString());
        // Whoever can write into its tables must not have Java objects of his making read from them.
        settings.setProperty("org.quartz.jobStore.useProperties", "true");
        settings.setProperty("org.quartz.jobStore.isClustered", "true");
        settings.setProperty("org.quartz.jobStore.clusterCheckinInterval", "5000");
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        // Reads bytes and no large objects: right on both databases.
        settings.setProperty(
                "org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(threads));
        return settings;
    }
}
