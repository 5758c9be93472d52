/** Figures as the books hold them. */
package io.qingfen.metrics.jdbc;
