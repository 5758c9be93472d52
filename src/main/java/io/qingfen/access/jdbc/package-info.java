/** Table app_user. */
package io.qingfen.access.jdbc;
