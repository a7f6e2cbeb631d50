package id.laporpustaka.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which groups and questions of a form are repeated, and which change with the answers. Groups and questions are
/// counted through as in [EvaluationOrder].
final class Structure {
    private final int groups;
    private final int[] repeatOfNode;
    private final List<Repeat> repeats;
    private final Map<String, Integer> groupsByName = new HashMap<>();
    private final boolean[] changing;
    private final boolean fixed;
    private final int[] kept;

    Structure(List<Question> questions, Rules rules) {
        groups = rules.groups().size();
        repeatOfNode = new int[groups + questions.size()];
        for (var group = 0; group < groups; group++) {
            repeatOfNode[group] = repeatAround(rules, rules.groups().get(group).parent());
            groupsByName.put(rules.groups().get(group).name(), group);
        }
        for (var slot = 0; slot < questions.size(); slot++) {
            repeatOfNode[groups + slot] =
                    repeatAround(rules, rules.questions().get(slot).group());
        }
        repeats = repeats(questions, rules);
        changing = new boolean[questions.size()];
        var anyChanging = false;
        for (var slot = 0; slot < changing.length; slot++) {
            var own = rules.questions().get(slot);
            changing[slot] =
                    !own.wording().isFixed() || own.choiceTable().isPresent() || repeatOfNode[groups + slot] >= 0;
            anyChanging |= changing[slot];
        }
        fixed = repeats.isEmpty()
                && !anyChanging
                && rules.groups().stream()
                        .allMatch(group -> group.label().isFixed()
                                && group.hint().map(DynamicText::isFixed).orElse(true));
        kept = questions.stream()
                .filter(question -> isKept(question, rules.questions().get(question.slot())))
                .mapToInt(Question::slot)
                .toArray();
    }

    private int repeatAround(Rules rules, int group) {
        if (group < 0) {
            return -1;
        }
        return rules.groups().get(group).repeat().isPresent() ? group : repeatOfNode[group];
    }

    private List<Repeat> repeats(List<Question> questions, Rules rules) {
        var found = new ArrayList<Repeat>();
        for (var group = 0; group < groups; group++) {
            var own = rules.groups().get(group);
            if (own.repeat().isPresent()) {
                var members = new HashSet<String>();
                members.add(own.name());
                for (var node = 0; node < repeatOfNode.length; node++) {
                    if (repeatOfNode[node] == group) {
                        members.add(
                                node < groups
                                        ? rules.groups().get(node).name()
                                        : questions.get(node - groups).name());
                    }
                }
                found.add(new Repeat(
                        own.name(),
                        group,
                        own.label().asWritten(),
                        own.repeat().get().count().isPresent(),
                        members));
            }
        }
        return List.copyOf(found);
    }

    private static boolean isKept(Question question, Rules.OfQuestion rules) {
        var type = question.type();
        return type == QuestionType.START
                || type == QuestionType.TODAY
                || (type == QuestionType.HIDDEN && rules.suggestion().isPresent())
                || rules.calculation()
                        .filter(calculation -> calculation.uses().once())
                        .isPresent();
    }

    List<Repeat> repeats() {
        return repeats;
    }

    /// The group of the repeat that a group or question is in, -1 if there is none. A repeat is not in itself.
    int repeatOf(int node) {
        return repeatOfNode[node];
    }

    boolean isRepeated(int slot) {
        return repeatOfNode[groups + slot] >= 0;
    }

    Optional<Repeat> findRepeatOf(int slot) {
        var group = repeatOfNode[groups + slot];
        if (group < 0) {
            return Optional.empty();
        }
        return repeats.stream().filter(repeat -> repeat.group() == group).findFirst();
    }

    int groupOf(String name) {
        return groupsByName.getOrDefault(name, -1);
    }

    /// Whether what people see of a question depends on answers or facts.
    boolean isChanging(int slot) {
        return changing[slot];
    }

    /// Whether nothing that people see depends on answers or facts.
    boolean isFixed() {
        return fixed;
    }

    /// The slots of questions whose first value is kept for good.
    int[] kept() {
        return kept;
    }
}
