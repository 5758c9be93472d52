package io.qingfen.run;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How a value in a file of people is written; numbers are decimal text, never floating point.
 *
 * @param expected completes "is not …"
 * @param reading throws a runtime exception when the text has another shape
 */
public record Shape<T>(String expected, Function<String, T> reading) {
    public static final Shape<LocalTime> TIME = new Shape<>("a time like 23:00", LocalTime::parse);
    public static final Shape<ZoneId> ZONE = new Shape<>("a time zone like Asia/Shanghai", ZoneId::of);
    public static final Shape<Boolean> TRUE_FALSE = choice("true or false", "true", "false");

    /** @throws RuntimeException when the text has another shape */
    public T read(String text) {
        return reading.apply(text);
    }

    /** One of the names of an enumeration. */
    public static <E extends Enum<E>> Shape<E> oneOf(Class<E> values) {
        String names = String.join(
                ", ", Arrays.stream(values.getEnumConstants()).map(Enum::name).toList());
        return new Shape<>("one of " + names, name -> Enum.valueOf(values, name));
    }

    /** One of these words. */
    public static Shape<String> among(List<String> words) {
        return new Shape<>(String.join(" or ", words), text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException("none of them");
            }
            return text;
        });
    }

    /** A whole number within these bounds, both included. */
    public static Shape<Integer> number(int least, int most) {
        return new Shape<>("a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most || !Integer.toString(number).equals(text)) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    /** Text for people, within this many characters; no control characters, nothing that XML cannot carry. */
    public static Shape<String> words(int least, int most) {
        return new Shape<>("text of " + least + " to " + most + " characters without control characters", text -> {
            int length = text.codePointCount(0, text.length());
            boolean blank = least > 0 && text.isBlank();
            if (length < least || length > most || blank || !text.chars().allMatch(Shape::isWriting)) {
                throw new IllegalArgumentException("not such text");
            }
            return text;
        });
    }

    private static boolean isWriting(int unit) {
        return !Character.isISOControl(unit) && unit != 0xFFFE && unit != 0xFFFF;
    }

    public static Shape<Boolean> choice(String expected, String yes, String no) {
        return new Shape<>(expected, text -> {
            if (!text.equals(yes) && !text.equals(no)) {
                throw new IllegalArgumentException("neither");
            }
            return text.equals(yes);
        });
    }

    public static Shape<String> text(String regex, String expected) {
        Pattern shape = Pattern.compile(regex);
        return new Shape<>(expected, text -> {
            if (!shape.matcher(text).matches()) {
                throw new IllegalArgumentException("another shape");
            }
            return text;
        });
    }
}
