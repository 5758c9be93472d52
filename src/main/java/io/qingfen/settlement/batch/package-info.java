/** The step settleMerchants. */
package io.qingfen.settlement.batch;
