/** Exact amounts, currencies, rates; rounding only by name. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.qingfen.money;
