/** Figures of the installation for monitoring, read from the books by the process that serves. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"reference", "run"})
package io.qingfen.metrics;
