/** What cleared transactions of closed dates would have cost their merchants under other fee plans. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"money", "calendar", "reference", "pricing", "settlement", "run"})
package io.qingfen.repricing;
