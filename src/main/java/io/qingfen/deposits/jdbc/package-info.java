/** Deposits, counted volume and what positions can give, in the database. */
package io.qingfen.deposits.jdbc;
