package gatehouse.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;

/** What a page needs to answer: its model, the person's language, and addresses of ours. */
@RequestScoped
public class Page {

    public static final String HTML = "text/html;charset=UTF-8";

    @Inject
    Models models;
    @Inject
    HttpServletRequest request;
    @Inject
    Event<Refused> refused;

    public Page with(String name, Object value) {
        models.put(name, value);
        return this;
    }

    public Response show(String view) {
        return Response.ok(view).build();
    }

    /** The same page again, with the status of what was refused. */
    public Response show(String view, Refusal refusal) {
        refused.fire(Refused.of(refusal));
        Response.ResponseBuilder response = Response.status(refusal.status()).entity(view);
        refusal.headers().forEach(response::header);
        return response.build();
    }

    /** The same page again: 422, or 413 or 415 for a file alone, each problem as a sentence beside its field. */
    public Response show(String view, Problems problems) {
        Map<String, String> sentences = problems.byField().entrySet().stream().collect(
                Collectors.toMap(Map.Entry::getKey, problem -> messages().say(problem.getValue()), (first, second) -> first, LinkedHashMap::new));
        models.put("problems", sentences);
        return Response.status(problems.status()).entity(view).build();
    }

    /** On to another page of ours (303). @param path begins with / */
    public Response to(String path) {
        return Response.status(303).location(URI.create(visit().address().base() + path)).build();
    }

    /** On to another page, which shows one message. @param word a slug or number it names; empty for none */
    public Response to(String path, HttpServletResponse response, String flash, String word) {
        Flash.leave(request, response, flash, word);
        return to(path);
    }

    /** A refusal as the sentences of its page: title, text, and mend and admin where there are any. */
    public Map<String, String> sentences(Refusal refusal) {
        return messages().sentences(refusal);
    }

    public Messages messages() {
        return Messages.in(visit().locale());
    }

    public Visit visit() {
        return Visit.of(request);
    }
}
