/** Lines of archived input files. */
package io.qingfen.explain.batch;
