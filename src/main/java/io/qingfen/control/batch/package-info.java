/** The step proveBooks. */
package io.qingfen.control.batch;
