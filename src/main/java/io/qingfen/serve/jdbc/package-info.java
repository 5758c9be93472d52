/** The schedule's clockwork, kept in the books. */
package io.qingfen.serve.jdbc;
