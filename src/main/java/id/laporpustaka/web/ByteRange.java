package id.laporpustaka.web;

import java.util.Optional;
import java.util.regex.Pattern;

/// A part of a file (RFC 9110, 14.1.2), both ends among it.
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// What the header `Range` asks for of a file of this size; empty if it is to be answered with all of it,
    /// as for several parts at once.
    static Optional<ByteRange> find(String header, long size) {
        var asked = ONE.matcher(header);
        if (!asked.matches()) {
            return Optional.empty();
        }
        var from = asked.group(1);
        var to = asked.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? Optional.empty() : of(Math.max(0, size - Long.parseLong(to)), size - 1, size);
        }
        return of(Long.parseLong(from), to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to)), size);
    }

    private static Optional<ByteRange> of(long first, long last, long size) {
        return first <= last && first < size ? Optional.of(new ByteRange(first, last)) : Optional.empty();
    }

    long length() {
        return last - first + 1;
    }

    /// As the header `Content-Range` has it.
    String of(long size) {
        return "bytes %d-%d/%d".formatted(first, last, size);
    }
}
