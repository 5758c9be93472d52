package io.qingfen.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many rows somebody wants to see: none at all would look like an empty list. */
final class AtLeastOne implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new TypeConversionException("'" + text + "' is not a number from 1 on");
        }
        return Integer.valueOf(text);
    }
}
