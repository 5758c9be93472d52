/** How lines of the log are written: one line per event that nothing in its text can break, and no card number. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run"})
package io.qingfen.logs;
