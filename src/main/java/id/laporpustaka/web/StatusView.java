package id.laporpustaka.web;

import java.util.List;

/// All that the page of settings shows.
///
/// @param facts how much there is, and how much waits
/// @param parts whether each is well
record StatusView(List<Setting> facts, List<Part> parts, List<Setting> settings) {
    record Part(String name, boolean well) {}
}
