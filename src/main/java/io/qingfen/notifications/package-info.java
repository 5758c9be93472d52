/** Tells people of changes: by mail and by signed webhook, once per change, kept in the books until it has arrived. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run", "schedule"})
package io.qingfen.notifications;
