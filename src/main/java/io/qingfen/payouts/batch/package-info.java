/** Step writePayouts. */
package io.qingfen.payouts.batch;
