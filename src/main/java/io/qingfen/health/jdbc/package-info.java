/** What the database says of itself. */
package io.qingfen.health.jdbc;
