package io.qingfen.payouts;

import java.io.IOException;
import java.io.OutputStream;

/** One kind of bank file. The same payouts give the same bytes. */
public interface BankFileFormat {
    /** @param number of this file among those of its batch, from 1 */
    String fileName(FileBatch batch, int number);

    /** @param number of the file among all of its kind and business date, from 1; message ids are made of it */
    Body begin(FileBatch batch, int number, FileTotals totals, OutputStream out) throws IOException;

    /** The file after its head; everything is handed to the stream by {@link #end()}, which leaves it open. */
    interface Body {
        void add(Instruction instruction) throws IOException;

        void end() throws IOException;
    }
}
