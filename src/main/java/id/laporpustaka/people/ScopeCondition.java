package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.trueCondition;

import java.util.ArrayList;
import org.jooq.Condition;

/// A scope as a condition. The query must have `library` and its `region` in it, each under its own name.
public final class ScopeCondition {
    private ScopeCondition() {}

    /// True for the rows of libraries within the scope; an empty scope matches none.
    public static Condition restrict(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> trueCondition();
            case Scope.Parts(var codes, var libraries) -> {
                var parts = new ArrayList<Condition>();
                codes.forEach(code -> parts.add(liesIn(code)));
                if (!libraries.isEmpty()) {
                    parts.add(LIBRARY.ID.eq(any(libraries.stream().sorted().toArray(Long[]::new))));
                }
                yield parts.isEmpty() ? falseCondition() : or(parts);
            }
        };
    }

    /// True for the rows of regions within the scope, with no libraries in the query: a scope of single libraries
    /// alone matches none.
    static Condition restrictRegions(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> trueCondition();
            case Scope.Parts(var codes, var _) -> {
                var parts = codes.stream().map(ScopeCondition::liesIn).toList();
                yield parts.isEmpty() ? falseCondition() : or(parts);
            }
        };
    }

    /// True for the rows of libraries in a region or in what lies in it. Codes compare in collation C, where
    /// `/` is the character after the dot, so the subtree of `33.06` is the range from `33.06` to before
    /// `33.06/`.
    public static Condition liesIn(String code) {
        return REGION.CODE.ge(code).and(REGION.CODE.lt(code + "/"));
    }
}
