/** How monitoring gets them. */
package io.qingfen.metrics.batch;
