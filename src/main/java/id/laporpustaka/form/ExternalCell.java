package id.laporpustaka.form;

/// One cell of a table outside the form: `column` in the row whose column `key` is `value`.
public record ExternalCell(ExternalTable table, String column, String key, String value) {}
