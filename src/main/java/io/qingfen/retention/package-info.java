/** How long what is kept: exports of old business dates, their proof, their removal, and what stops it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"reference", "run"})
package io.qingfen.retention;
