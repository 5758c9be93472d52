/** Results of dates that are run again, in the database. */
package io.qingfen.nightly.jdbc;
