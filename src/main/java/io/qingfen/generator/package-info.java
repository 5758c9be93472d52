/** Invented merchants, terminals and days of business in any size, the same bytes for the same seed. Writes files. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"money", "calendar", "reference", "run"})
package io.qingfen.generator;
