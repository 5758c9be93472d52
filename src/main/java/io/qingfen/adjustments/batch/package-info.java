/** What people do with adjustments: files of fee plans, transactions, audit. */
package io.qingfen.adjustments.batch;
