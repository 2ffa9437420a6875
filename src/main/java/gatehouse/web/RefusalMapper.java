package gatehouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The one mapper: whatever a page or a resource throws is answered like everywhere else. */
@Provider
@ApplicationScoped
public class RefusalMapper implements ExceptionMapper<Throwable> {

    @Inject
    Refusals refusals;
    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        Refusals.Answer answer = refusals.to(request, thrown);
        // As bytes: of a page that is text RESTEasy would make its source visible, when the status is 400.
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body().getBytes(UTF_8)).type(answer.type());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
