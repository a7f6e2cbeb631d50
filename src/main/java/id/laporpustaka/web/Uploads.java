package id.laporpustaka.web;

import id.laporpustaka.form.xlsform.Workbooks;
import io.javalin.config.MultipartConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that people send with a page's form. What is larger than a form may be is still taken in, on disk, up
/// to a limit: who chose the wrong file then reads so, instead of seeing the connection break.
final class Uploads {
    private static final Logger log = LoggerFactory.getLogger(Uploads.class);
    private static final int LARGEST_REQUEST_IN_MEGABYTES = 32;
    private static final long LARGEST_REQUEST = (long) LARGEST_REQUEST_IN_MEGABYTES << 20;
    private static final long LARGEST_DISCARDED = 4 * LARGEST_REQUEST;

    private static final Set<String> TAKE_FILES = Set.of(FormRoutes.PATH, ImportRoutes.PATH, RegionRoutes.PATH);

    private Uploads() {}

    static void configure(MultipartConfig config) {
        config.maxInMemoryFileSize(Workbooks.LARGEST_FILE, SizeUnit.BYTES);
        config.maxFileSize(LARGEST_REQUEST_IN_MEGABYTES, SizeUnit.MB);
        config.maxTotalRequestSize(LARGEST_REQUEST_IN_MEGABYTES, SizeUnit.MB);
    }

    /// Refuses files, before they are kept, where none are expected and where they are much too large.
    static void refuseUnwelcome(Context context) {
        if (!hasParts(context)) {
            return;
        }
        if (!TAKE_FILES.contains(context.path())) {
            throw RequestProblem.Kind.BAD_REQUEST.problem("This address takes no files.");
        }
        if (context.contentLength() < 0) { // then nobody knows how much is to come
            throw RequestProblem.Kind.BAD_REQUEST.problem("The request does not say how long it is.");
        }
        if (context.contentLength() > LARGEST_REQUEST) {
            discard(context);
            throw RequestProblem.Kind.TOO_LARGE.problem("The file is too large.");
        }
    }

    /// Takes the file in without keeping it, unless it is without measure: a browser that is still sending reads no
    /// answer, and shows a broken connection instead.
    private static void discard(Context context) {
        if (context.contentLength() > LARGEST_DISCARDED) {
            return;
        }
        try {
            context.req().getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            log.debug("The file that is too large has not come whole", e);
        }
    }

    /// Reads the parts of a request that has any, so that later a field is simply there or not.
    static void read(Context context) {
        if (hasParts(context)) {
            try {
                context.formParamMap();
            } catch (Exception e) { // whatever the server makes of parts that are no parts
                log.debug("A request has parts that can't be read", e);
                throw RequestProblem.Kind.BAD_REQUEST.problem("The parts of the request can't be read.");
            }
        }
    }

    private static boolean hasParts(Context context) {
        var type = context.contentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    /// The file of a field, as far as it may be read; empty if none was chosen.
    static Optional<byte[]> find(Context context, String field) {
        return find(context, field, Workbooks.LARGEST_FILE);
    }

    /// @param most bytes that are of use; one more is read, to tell
    static Optional<byte[]> find(Context context, String field, int most) {
        return Optional.ofNullable(context.uploadedFile(field)).map(file -> {
            try (var content = file.content()) {
                return content.readNBytes(most + 1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
