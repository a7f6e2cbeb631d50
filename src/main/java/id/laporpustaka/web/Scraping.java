package id.laporpustaka.web;

import java.util.Optional;
import java.util.function.Supplier;

/// How the process is counted, and who may look.
///
/// @param text what `/metrics` gives, in Prometheus' format
/// @param token whoever shows it may look; empty: only who asks from this machine
/// @param requests is told of every request
public record Scraping(Supplier<String> text, Optional<String> token, RequestCounts requests) {}
