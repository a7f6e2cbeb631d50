package id.laporpustaka.people;

import static id.laporpustaka.db.generated.Tables.LIBRARY;
import static id.laporpustaka.db.generated.Tables.REGION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.trueCondition;

import java.util.ArrayList;
import org.jooq.Condition;
import org.jooq.Field;

/// A scope as a condition. The query must have `library` in it, under its own name.
public final class ScopeCondition {
    private ScopeCondition() {}

    /// True for the rows of libraries within the scope; an empty scope matches none.
    public static Condition restrict(Scope scope) {
        return restrict(scope, LIBRARY.REGION_CODE);
    }

    /// The same for rows that have a `region` in the query, of a library or without one.
    static Condition restrictPlaces(Scope scope) {
        return restrict(scope, REGION.CODE);
    }

    private static Condition restrict(Scope scope, Field<String> regionCode) {
        return switch (scope) {
            case Scope.Everything() -> trueCondition();
            case Scope.Parts(var codes, var libraries) -> {
                var parts = new ArrayList<Condition>();
                codes.forEach(code -> parts.add(liesIn(code, regionCode)));
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
                var parts =
                        codes.stream().map(code -> liesIn(code, REGION.CODE)).toList();
                yield parts.isEmpty() ? falseCondition() : or(parts);
            }
        };
    }

    /// True for the rows of libraries in a region or in what lies in it. Codes compare in collation C, where
    /// `/` is the character after the dot, so the subtree of `33.06` is the range from `33.06` to before
    /// `33.06/`.
    public static Condition liesIn(String code) {
        return liesIn(code, LIBRARY.REGION_CODE);
    }

    private static Condition liesIn(String code, Field<String> regionCode) {
        return regionCode.ge(code).and(regionCode.lt(code + "/"));
    }
}
