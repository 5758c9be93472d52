/** Input files, rejects and counts in the database. */
package io.qingfen.intake.jdbc;
