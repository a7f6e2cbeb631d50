/// Describes what programs may ask for: a table of operations, and out of it the OpenAPI document. The
/// schemas of answers are those of the records that are sent, so that they cannot drift. Pure. Start reading
/// at [Operation] and [OpenApiDocument].
@NullMarked
package id.laporpustaka.web.openapi;

import org.jspecify.annotations.NullMarked;
