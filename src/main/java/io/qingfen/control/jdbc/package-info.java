/** What the control chain measures, in SQL. */
package io.qingfen.control.jdbc;
