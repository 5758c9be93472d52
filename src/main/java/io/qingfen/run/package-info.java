/** What every step shares: the run, its lease, its partitions, its home directory. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar"})
package io.qingfen.run;
