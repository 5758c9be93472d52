/** Merchants, terminals, plans and policies as one validated snapshot per business date. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"money", "calendar", "run", "bulk"})
package io.qingfen.reference;
