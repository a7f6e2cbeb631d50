package id.laporpustaka.relay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.laporpustaka.form.Form;
import id.laporpustaka.form.QuestionType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// An OpenRosa server that is as strict as the specification and ODK Central: it refuses what is not asked for as it
/// should be, forms and versions that it does not know, questions that are not in the form or not in its order, an
/// instance id with other content, and an edit of what it does not have.
final class OpenRosaDouble implements AutoCloseable {
    static final String USER = "lapor@contoh.id";
    static final String PASSWORD = "kata:sandi";

    private final HttpServer server;
    private final List<Form> forms;
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Integer> scripted = new ArrayList<>();
    private int heads;
    private int posts;
    private int headStatus = 204;
    private long most = 100_000_000;
    private Runnable afterTaking = () -> {};

    /// What it has under an instance id.
    record Kept(String xml, Element root, Map<String, byte[]> files, Optional<String> deprecated) {
        String value(String path) {
            var at = root;
            for (var name : path.split("/", -1)) {
                at = children(at).stream()
                        .filter(child -> child.getTagName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No " + path + " in " + xml));
            }
            return at.getTextContent();
        }
    }

    OpenRosaDouble(List<Form> forms) {
        this.forms = forms;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newSingleThreadExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    OpenRosaTarget target(Map<String, String> formIds) {
        return new OpenRosaTarget(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/projects/3"),
                USER,
                PASSWORD,
                formIds);
    }

    synchronized Map<String, Kept> kept() {
        return new LinkedHashMap<>(kept);
    }

    Kept only() {
        var all = kept();
        if (all.size() != 1) {
            throw new AssertionError(all.keySet() + " " + complaints);
        }
        return all.values().iterator().next();
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized int posts() {
        return posts;
    }

    synchronized int heads() {
        return heads;
    }

    /// The next posts are answered so, whatever they are; 0 breaks the connection.
    synchronized void answers(int... statuses) {
        for (var status : statuses) {
            scripted.add(status);
        }
    }

    synchronized void answersHeads(int status) {
        headStatus = status;
    }

    synchronized void takesAtMost(long bytes) {
        most = bytes;
    }

    /// Done once a report has been taken, before that is said.
    synchronized void afterTaking(Runnable deed) {
        afterTaking = deed;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        int status;
        try {
            status = answer(exchange, body);
        } catch (IllegalArgumentException e) {
            complaints.add(e.getMessage());
            status = 400;
        } catch (IllegalStateException e) {
            exchange.close();
            return;
        }
        if (status == 0) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().add("X-OpenRosa-Version", "1.0");
        exchange.getResponseHeaders().add("X-OpenRosa-Accept-Content-Length", Long.toString(most));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int answer(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        check("/v1/projects/3/submission".equals(exchange.getRequestURI().getPath()), "another path");
        check("1.0".equals(headers.getFirst("X-OpenRosa-Version")), "no X-OpenRosa-Version");
        check(headers.getFirst("Date") != null, "no Date");
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        if (!expected.equals(headers.getFirst("Authorization"))) {
            return 401;
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            heads++;
            return headStatus;
        }
        check(exchange.getRequestMethod().equals("POST"), "another method");
        posts++;
        if (!scripted.isEmpty()) {
            return scripted.removeFirst();
        }
        if (body.length > most) {
            return 413;
        }
        check(Long.toString(body.length).equals(headers.getFirst("Content-Length")), "no length");
        return take(parts(headers.getFirst("Content-Type"), body));
    }

    private int take(Map<String, Part> parts) {
        var document = parts.get("xml_submission_file");
        if (document == null || !document.type().startsWith("text/xml")) {
            throw new IllegalArgumentException("no xml_submission_file");
        }
        var xml = new String(document.content(), StandardCharsets.UTF_8);
        var root = parse(document.content());
        var form = forms.stream()
                .filter(known -> known.id().equals(root.getAttribute("id")))
                .findFirst();
        if (form.isEmpty() || !form.get().version().equals(root.getAttribute("version"))) {
            complaints.add("unknown form " + root.getAttribute("id"));
            return 404;
        }
        checkNames(root, form.get());
        var meta = children(root).getLast();
        check(meta.getTagName().equals("meta"), "no meta");
        var id = text(meta, "instanceID").orElseThrow(() -> new IllegalArgumentException("no instanceID"));
        check(id.matches("uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"), "bad " + id);
        var deprecated = text(meta, "deprecatedID");
        var files = new LinkedHashMap<String, byte[]>();
        parts.forEach((name, part) -> {
            if (!name.equals("xml_submission_file") && !name.equals("*isIncomplete*")) {
                check(xml.contains(">" + name + "<"), "the file " + name + " is no answer");
                files.put(name, part.content());
            }
        });
        var former = kept.get(id);
        if (former != null) {
            if (!former.xml().equals(xml)) {
                return 409;
            }
            former.files().putAll(files);
            return 202;
        }
        if (deprecated.isPresent() && !kept.containsKey(deprecated.get())) {
            complaints.add("edits what is not there");
            return 404;
        }
        kept.put(id, new Kept(xml, root, files, deprecated));
        afterTaking.run();
        return 201;
    }

    private static void checkNames(Element root, Form form) {
        var known = new TreeSet<String>();
        form.questions().forEach(question -> known.add(question.name()));
        for (var leaf : leaves(root)) {
            var name = leaf.getTagName();
            var isMeta = leaf.getParentNode().getNodeName().equals("meta");
            check(isMeta || known.contains(name), name + " is not in the form");
            if (!isMeta) {
                var question = form.findQuestion(name).orElseThrow();
                if (question.type() == QuestionType.SELECT_ONE
                        && !leaf.getTextContent().isEmpty()) {
                    check(question.findChoice(leaf.getTextContent()).isPresent(), "no choice " + leaf.getTextContent());
                }
            }
        }
        var written = leaves(root).stream().map(Element::getTagName).distinct().toList();
        var always = form.questions().stream()
                .filter(question -> form.findRepeatOf(question).isEmpty())
                .map(question -> question.name())
                .toList();
        check(written.containsAll(always), "not all questions are there");
    }

    private static List<Element> leaves(Element element) {
        var children = children(element);
        return children.isEmpty()
                ? List.of(element)
                : children.stream().flatMap(child -> leaves(child).stream()).toList();
    }

    static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(found);
            }
        }
        return children;
    }

    private static Optional<String> text(Element element, String name) {
        return children(element).stream()
                .filter(child -> child.getTagName().equals(name))
                .map(Element::getTextContent)
                .findFirst();
    }

    static Element parse(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException("not well-formed: " + e.getMessage(), e);
        }
    }

    /// @param latin a character for each byte
    private record Part(String type, String latin) {
        byte[] content() {
            return latin.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private static Map<String, Part> parts(String contentType, byte[] body) {
        check(contentType.startsWith("multipart/form-data; boundary="), "no multipart");
        var edge = "--" + contentType.substring(contentType.indexOf('=') + 1);
        var text = new String(body, StandardCharsets.ISO_8859_1);
        check(text.endsWith(edge + "--\r\n"), "no end");
        var parts = new LinkedHashMap<String, Part>();
        for (var piece : text.substring(0, text.length() - edge.length() - 4).split(Pattern.quote(edge + "\r\n"), -1)) {
            if (piece.isEmpty()) {
                continue;
            }
            var end = piece.indexOf("\r\n\r\n");
            var head = piece.substring(0, end);
            check(piece.endsWith("\r\n"), "a part without end");
            var content = piece.substring(end + 4, piece.length() - 2);
            var name = head.replaceAll("(?s).*; name=\"([^\"]+)\".*", "$1");
            var type = head.contains("Content-Type: ") ? head.replaceAll("(?s).*Content-Type: ([^\r\n]+).*", "$1") : "";
            check(parts.put(name, new Part(type, content)) == null, "twice " + name);
        }
        return parts;
    }

    private static void check(boolean isRight, String complaint) {
        if (!isRight) {
            throw new IllegalArgumentException(complaint);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
