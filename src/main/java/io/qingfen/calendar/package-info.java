/** Business dates, working days, cut-off, value dates. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.qingfen.calendar;
