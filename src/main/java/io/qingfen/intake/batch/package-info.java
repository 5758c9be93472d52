/** The steps collectFiles and routeRecords, and the files they read and write. */
package io.qingfen.intake.batch;
