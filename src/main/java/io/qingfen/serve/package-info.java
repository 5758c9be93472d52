/** The long-running process: the schedule that starts jobs, and the server for people and monitoring. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"schedule", "nightly", "payouts", "reports", "retention", "scheme", "run"})
package io.qingfen.serve;
