package id.laporpustaka.db;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/// How alike two texts are by the groups of three letters that they share, as PostgreSQL's extension `pg_trgm`
/// counts it: 0 nothing, 1 the same.
public final class Trigrams {
    private Trigrams() {}

    /// Whether the similarity is at least 0.3 (the setting `pg_trgm.similarity_threshold`); can use an index.
    public static Condition similar(Field<String> indexed, Field<String> other) {
        return condition("{0} % {1}", indexed, other);
    }

    public static Field<Float> similarity(Field<String> one, Field<String> other) {
        return function(name("similarity"), SQLDataType.REAL, one, other);
    }

    /// Whether a part of a longer text is like the words with at least 0.6 (the setting
    /// `pg_trgm.word_similarity_threshold`); can use an index.
    public static Condition partIsSimilar(Field<String> indexed, Field<String> words) {
        return condition("{0} %> {1}", indexed, words);
    }

    /// How alike a word is to the part of a longer text that is most like it.
    public static Field<Float> wordSimilarity(Field<String> word, Field<String> text) {
        return function(name("word_similarity"), SQLDataType.REAL, word, text);
    }
}
