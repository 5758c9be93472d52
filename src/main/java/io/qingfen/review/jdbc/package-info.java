/** The review queue in the database. */
package io.qingfen.review.jdbc;
