package id.laporpustaka.web.openapi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that programs may ask for with GET.
///
/// @param id never changes; its words are told by it
/// @param path with parameters of the path in braces
/// @param right what a token needs for it
/// @param answer a record
/// @param rows the component of the answer that is a list, each element of which is a row when CSV is asked
///     for; empty where there is no CSV
public record Operation(
        String id,
        String path,
        String right,
        List<Parameter> parameters,
        Class<? extends Record> answer,
        Optional<String> rows,
        List<Example> examples) {
    public Operation {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    /// A request that can be sent as it is, to an installation that has what is in it.
    ///
    /// @param request path and query
    public record Example(String name, String request) {}

    public List<String> queryNames() {
        return parameters.stream()
                .filter(parameter -> parameter.in() == Parameter.In.QUERY)
                .map(Parameter::name)
                .toList();
    }

    public Stream<Parameter> pathParameters() {
        return parameters.stream().filter(parameter -> parameter.in() == Parameter.In.PATH);
    }
}
