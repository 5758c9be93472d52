/** What the schedule reads from files. */
package io.qingfen.schedule.batch;
