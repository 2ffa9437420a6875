package gatehouse.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

/** Hands a page what was typed. */
@Provider
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
public class TypedFormReader implements MessageBodyReader<TypedForm> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == TypedForm.class;
    }

    @Override
    public TypedForm readFrom(Class<TypedForm> type, Type generic, Annotation[] annotations, MediaType media, MultivaluedMap<String, String> headers,
                              InputStream body) throws IOException {
        return TypedForm.read(media.toString(), body.readAllBytes());
    }
}
