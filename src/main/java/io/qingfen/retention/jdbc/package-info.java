/** Rows that leave, and what is written down of it. */
package io.qingfen.retention.jdbc;
