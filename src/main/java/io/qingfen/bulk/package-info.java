/** Fast inserts on both databases. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package io.qingfen.bulk;
