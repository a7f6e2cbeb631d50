package id.laporpustaka.web;

import id.laporpustaka.people.ApiRight;
import id.laporpustaka.web.openapi.Operation;
import java.util.List;
import java.util.Optional;

/// An operation of the API with what answers it: of both the routes and the document are made.
record Endpoint(Operation operation, ApiRight right, Answering answering) {

    /// Answers a request that may be made.
    @FunctionalInterface
    interface Answering {
        Answer answer(ApiRequest request);
    }

    /// @param body of the type that the operation says
    /// @param next where to go on, if there is more
    /// @param fields those without fixed names, for CSV
    record Answer(Record body, Optional<String> next, List<String> fields) {
        Answer {
            fields = List.copyOf(fields);
        }

        static Answer of(Record body) {
            return new Answer(body, Optional.empty(), List.of());
        }
    }
}
