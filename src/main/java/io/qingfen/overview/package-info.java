/** Business dates as people look at them: how far each is, its steps, its control chain. Only reads. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"review"})
package io.qingfen.overview;
