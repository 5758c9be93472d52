/** The job nightly-settlement: its steps in order, run control, exit codes. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"calendar", "reference", "intake", "review", "settlement", "schedule", "run"})
package io.qingfen.nightly;
