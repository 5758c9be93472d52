/** Holds and findings in the database. */
package io.qingfen.risk.jdbc;
