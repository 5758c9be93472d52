/**
 * An independent proof of a closed date: reads inputs, outputs and tables again with its own SQL, file readers and
 * arithmetic. It uses nothing that a night computes with.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"money", "run"})
package io.qingfen.verify;
