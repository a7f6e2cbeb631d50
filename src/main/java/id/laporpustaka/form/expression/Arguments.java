package id.laporpustaka.form.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands between the parentheses of a call.
final class Arguments {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Optional<String>> literals = new ArrayList<>();

    void add(Node node, @Nullable String literal) {
        nodes.add(node);
        literals.add(Optional.ofNullable(literal));
    }

    int size() {
        return nodes.size();
    }

    Node get(int index) {
        return nodes.get(index);
    }

    List<Node> all() {
        return List.copyOf(nodes);
    }

    /// The argument, if it is nothing but a text in quotation marks.
    Optional<String> findLiteral(int index) {
        return literals.get(index);
    }
}
