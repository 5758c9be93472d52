/** Holds on merchants and terminals, and rules that find what a person should look at: why money stays where it is. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"money", "reference", "review", "run", "bulk"})
package io.qingfen.risk;
