package io.qingfen.scheme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The table of a fixed-width format: where each field stands, in bytes. Between two fields stands one space.
 *
 * @param length bytes of a record without its line end
 */
public record Layout(String name, int length, Map<String, Field> fields, List<Integer> separators) {

    /**
     * One field.
     *
     * @param start first byte, from 0
     * @param end byte after the last
     */
    public record Field(int start, int end) {}

    public Layout {
        fields = Map.copyOf(fields);
        separators = List.copyOf(separators);
    }

    /**
     * Fields that follow each other with one byte between them.
     *
     * @throws IllegalArgumentException when the table has a gap or an overlap
     */
    public static Layout of(String name, List<String> names, List<Field> places) {
        Map<String, Field> fields = new HashMap<>();
        List<Integer> separators = new java.util.ArrayList<>();
        int end = -1;
        for (int i = 0; i < names.size(); i++) {
            Field place = places.get(i);
            if (place.start() != end + 1 || place.end() <= place.start()) {
                throw new IllegalArgumentException(name + ": field " + names.get(i) + " begins at byte " + place.start()
                        + ", expected " + (end + 1));
            }
            if (fields.put(names.get(i), place) != null) {
                throw new IllegalArgumentException(name + ": field " + names.get(i) + " stands twice");
            }
            end = place.end();
            separators.add(end);
        }
        separators.remove(separators.size() - 1);
        return new Layout(name, end, fields, separators);
    }

    /** The same with its last field ending at another byte. */
    public Layout ending(int otherLength) {
        Map<String, Field> moved = new HashMap<>(fields);
        moved.replaceAll((field, place) -> place.end() == length ? new Field(place.start(), otherLength) : place);
        return new Layout(name, otherLength, moved, separators);
    }

    /** @throws IllegalArgumentException when the table lacks the field */
    public Field field(String name) {
        Field found = fields.get(name);
        if (found == null) {
            throw new IllegalArgumentException(this.name + " has no field " + name);
        }
        return found;
    }
}
