/** Step publishReports. */
package io.qingfen.reports.batch;
