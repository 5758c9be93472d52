/** Positions and what they are made of, in the database. */
package io.qingfen.settlement.jdbc;
