package gatehouse.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import gatehouse.web.Address;
import gatehouse.web.Locales;
import gatehouse.web.Occasion;
import gatehouse.web.Refusal;
import gatehouse.web.Refusals;
import gatehouse.web.Site;
import gatehouse.web.Themes;
import gatehouse.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The outermost door: only well-formed requests come in, every answer carries our headers, and every failure gets our page. */
public class FrontFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    transient Site site;
    @Inject
    transient Refusals refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        Occasion.begin(request, () -> site.client(request));
        try {
            pass(request, new SafeResponse(response), chain);
        } finally {
            Occasion.end();
        }
    }

    private void pass(HttpServletRequest request, SafeResponse safe, FilterChain chain) throws IOException {
        try {
            Headers.write(request, safe, false);
            RawUri.check(request);
            if (Anywhere.answers(request.getRequestURI())) Site.checkHost(request);
            else visit(request, safe);
            chain.doFilter(new Body(request), safe);
        } catch (ServletException | RuntimeException thrown) {
            answer(request, safe, thrown instanceof ServletException wrapped && wrapped.getRootCause() != null ? wrapped.getRootCause() : thrown);
        }
    }

    /** Everything but what is answered anywhere needs the address people use, or none to be set yet. */
    private void visit(HttpServletRequest request, HttpServletResponse response) {
        Address address = site.of(request);
        Locale locale = Locales.of(request, address.secure());
        new Visit(address, locale, Themes.of(request, address.secure()), "", "", Optional.empty()).keep(request);
        Headers.write(request, response, address.secure());
        if (address.place() == Address.Place.FOREIGN) throw new Refusal(400, "refused.host", address.host());
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        if (response.isCommitted()) return;
        Refusals.Answer answer = refusals.to(request, thrown);
        response.resetBuffer();
        response.setStatus(answer.status());
        response.setContentType(answer.type());
        answer.headers().forEach(response::setHeader);
        // A page of ours at a callback has forms too; with no-referrer a browser would send them as coming from nowhere.
        response.setHeader("Referrer-Policy", "strict-origin");
        response.getOutputStream().write(answer.body().getBytes(UTF_8));
    }
}
