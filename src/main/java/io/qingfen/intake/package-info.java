/** Input files, their refusals and rejects, and the working set of a night. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"money", "calendar", "control", "reference", "review", "run", "bulk"})
package io.qingfen.intake;
