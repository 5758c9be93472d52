/** Fast inserts on both databases. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run"})
package io.qingfen.bulk;
