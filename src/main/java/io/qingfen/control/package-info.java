/** Control totals: the chain from input files to payouts, and its proof. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"money", "calendar", "run", "bulk"})
package io.qingfen.control;
