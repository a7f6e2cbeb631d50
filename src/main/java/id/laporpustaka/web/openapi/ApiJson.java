package id.laporpustaka.web.openapi;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/// How answers are written; [Schemas] says the same in schemas.
public final class ApiJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(enums()))
            .build();

    private ApiJson() {}

    public static byte[] write(Record answer) {
        try {
            return MAPPER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + answer.getClass(), e);
        }
    }

    public static JsonNode tree(Record answer) {
        return MAPPER.valueToTree(answer);
    }

    @SuppressWarnings("rawtypes")
    private static JsonSerializer<Enum> enums() {
        return new JsonSerializer<>() {
            @Override
            public Class<Enum> handledType() {
                return Enum.class;
            }

            @Override
            public void serialize(Enum value, JsonGenerator to, SerializerProvider provider) throws IOException {
                to.writeString(value.name().toLowerCase(Locale.ROOT));
            }
        };
    }
}
