package id.laporpustaka.web;

/// A setting of the installation, to be shown to admins.
///
/// @param value as it is in force; never a secret
public record Setting(String name, String value) {}
