/** The job retention: export, proof, removal. */
package io.qingfen.retention.batch;
