package io.qingfen.run;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Profile;

/** A component or configuration that exists in {@code qingfen serve} only; other commands start sooner without it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Profile(OnlyServing.PROFILE)
public @interface OnlyServing {
    String PROFILE = "serve";
}
