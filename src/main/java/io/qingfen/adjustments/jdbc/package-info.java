/** Tables adjustment and adjustment_line. */
package io.qingfen.adjustments.jdbc;
