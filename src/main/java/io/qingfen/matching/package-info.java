/** Captures against authorizations: pairs and verdicts. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"money", "calendar", "control", "reference", "intake", "review"})
package io.qingfen.matching;
