/** Business dates and merchants as people look at them: how far, how much, from where. Only reads. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"money", "ledger", "review", "run", "settlement"})
package io.qingfen.overview;
