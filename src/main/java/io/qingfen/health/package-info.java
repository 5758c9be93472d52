/** How the installation is: clock, disk, database, lease, calendar, keys; read-only, and without running application. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "reference", "notifications", "run"})
package io.qingfen.health;
