/** The command line: commands, what they print, exit codes. Uses everything's public API. */
@org.springframework.modulith.ApplicationModule
package io.qingfen.cli;
