package id.laporpustaka.web;

import id.laporpustaka.web.openapi.Parameter;
import id.laporpustaka.web.openapi.Parameter.Kind;
import java.util.List;

/// Parameters that several operations of the API have.
final class ApiParameters {
    static final int MOST = 500;
    static final int USUAL = 100;

    static final Parameter LANGUAGE = Parameter.query(Pages.LANGUAGE, new Kind.OneOf(List.of("id", "en")), "");
    static final Parameter FORMAT =
            Parameter.query(ApiRequest.FORMAT, new Kind.OneOf(List.of("json", ApiRequest.CSV)), "");
    static final Parameter REGION = Parameter.query(ApiRequest.REGION, new Kind.Text(), "33.06");
    static final Parameter AFTER = Parameter.query(ApiRequest.AFTER, new Kind.Text(), "");
    static final Parameter LIMIT = Parameter.query(ApiRequest.LIMIT, new Kind.Whole(1, MOST), "100");

    private ApiParameters() {}
}
