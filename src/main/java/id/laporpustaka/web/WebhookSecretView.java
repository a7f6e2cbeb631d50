package id.laporpustaka.web;

/// The one time that a webhook's secret is shown.
///
/// @param note what becomes of the secret before; empty if there was none
record WebhookSecretView(String url, String secret, String note, String back) {}
