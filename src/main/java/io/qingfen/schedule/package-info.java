/** Jobs as their definitions describe them: when they start, which files they wait for, what people changed about it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"run"})
package io.qingfen.schedule;
