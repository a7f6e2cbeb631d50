package id.laporpustaka.form;

/// One of the answers a question offers. The code is what is stored.
public record Choice(String code, LocalizedText label) {}
