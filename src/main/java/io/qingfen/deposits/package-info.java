/** Terminal deposits: collected, counted, given back, forfeited. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"money", "calendar", "control", "reference", "ledger", "review", "run", "bulk"})
package io.qingfen.deposits;
