/** Plain SQL of the proof: what one table says, and what others say about the same. */
package io.qingfen.verify.jdbc;
