/** Who may use the console, and what for: users, roles, passwords, lock-out. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run"})
package io.qingfen.access;
