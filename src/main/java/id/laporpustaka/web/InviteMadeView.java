package id.laporpustaka.web;

import id.laporpustaka.export.QrPicture;
/// An invitation that has just been made, with its secret, which is shown this once.

record InviteMadeView(String what, String link, String code, QrPicture picture, String terms, String back) {}
