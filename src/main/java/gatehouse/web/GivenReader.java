package gatehouse.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

/** Hands a resource the JSON that was sent; the kind of body was looked at by the filter before. */
@Provider
@Consumes(MediaType.WILDCARD)
public class GivenReader implements MessageBodyReader<Given> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Given.class;
    }

    @Override
    public Given readFrom(Class<Given> type, Type generic, Annotation[] annotations, MediaType media, MultivaluedMap<String, String> headers,
                          InputStream body) throws IOException {
        int most = Arrays.stream(annotations).filter(Large.class::isInstance).mapToInt(large -> ((Large) large).value() * 1024).findFirst().orElse(Given.LONGEST);
        return Given.read(body.readNBytes(most + 1), most);
    }
}
