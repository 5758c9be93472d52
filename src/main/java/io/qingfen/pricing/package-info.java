/** Merchant fees and scheme costs. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"money", "calendar", "reference"})
package io.qingfen.pricing;
