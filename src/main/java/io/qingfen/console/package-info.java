/** Web pages for people, in {@code qingfen serve}. Uses everything's public API; rules live elsewhere. */
@org.springframework.modulith.ApplicationModule
package io.qingfen.console;
