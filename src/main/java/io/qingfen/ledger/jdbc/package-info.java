/** The books in the database. */
package io.qingfen.ledger.jdbc;
