/** The append-only double-entry books. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"money", "calendar", "control", "run", "bulk"})
package io.qingfen.ledger;
