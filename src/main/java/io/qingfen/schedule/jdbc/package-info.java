/** What the schedule keeps in the books. */
package io.qingfen.schedule.jdbc;
