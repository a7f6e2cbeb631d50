package id.laporpustaka.web;

import java.time.Duration;

/// Is told of every request that has been answered.
@FunctionalInterface
public interface RequestCounts {
    /// A request has been answered.
    ///
    /// @param route the pattern of the path, never the path itself, which may hold what is personal or secret
    void answered(String method, String route, int status, Duration took);
}
