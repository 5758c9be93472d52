/** What people look at, read from the books. */
package io.qingfen.overview.jdbc;
