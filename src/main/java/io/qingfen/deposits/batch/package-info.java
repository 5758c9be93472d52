/** The step that settles deposits. */
package io.qingfen.deposits.batch;
