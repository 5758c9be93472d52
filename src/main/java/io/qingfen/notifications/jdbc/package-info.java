/** News that is kept until it has arrived. */
package io.qingfen.notifications.jdbc;
