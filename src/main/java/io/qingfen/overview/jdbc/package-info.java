/** What the command line reads from the books. */
package io.qingfen.overview.jdbc;
