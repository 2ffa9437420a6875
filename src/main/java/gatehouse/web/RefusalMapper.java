package gatehouse.web;

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
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body()).type(answer.type());
        answer.headers().forEach(response::header);
        return response.build();
    }
}
