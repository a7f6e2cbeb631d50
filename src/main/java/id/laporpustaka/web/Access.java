package id.laporpustaka.web;

import io.javalin.security.RouteRole;

/// Who may call a route.
enum Access implements RouteRole {
    /// Anyone, without signing in.
    PUBLIC,
    /// Any person with a session.
    SIGNED_IN,
    /// A person who coordinates some region or libraries, or is an admin.
    COORDINATOR,
    /// A person who may take over whole sheets of libraries, somewhere.
    IMPORTER,
    /// A person who speaks for the whole programme: an admin, or the national library.
    NATIONAL,
    ADMIN
}
