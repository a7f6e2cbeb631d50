/// What browsers, programs and Telegram's webhook reach over HTTP: sign-in, pages, the API, health.
/// Start reading at [WebServer]; [GuardedRoutes] is why no route can forget who may call it.
@NullMarked
package id.laporpustaka.web;

import org.jspecify.annotations.NullMarked;
