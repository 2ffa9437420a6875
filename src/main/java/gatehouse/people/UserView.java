package gatehouse.people;

import java.util.function.Supplier;

import gatehouse.account.Permissions;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;

/** An account's page in its states: as saved, with problems, after a refusal, and when somebody was quicker. */
@RequestScoped
public class UserView {

    private static final String VIEW = "people/user.ftlh";

    @Inject
    Page page;
    @Inject
    ShowUser show;

    Page on(long id) {
        return show.on(page, id);
    }

    @Transactional
    public Response show(long id) {
        return on(id).with("form", UserForm.of(show.account(id)).shown()).show(VIEW);
    }

    Response show(long id, UserForm form, Problems problems) {
        return on(id).with("form", form.shown()).show(VIEW, problems);
    }

    /** What the deed answers; refused (409), the account's page that says why. */
    Response answer(long id, Supplier<Response> deed) {
        try {
            return deed.get();
        } catch (Refusal refused) {
            if (refused.status() != 409) throw refused;
            return on(id).with("form", UserForm.of(show.account(id)).shown()).with("refusal", page.sentences(refused)).show(VIEW, refused);
        }
    }

    /** What saving answers; when somebody was quicker (409), both field by field, and a form that holds both. */
    Response conflicting(long id, UserForm form, Permissions chosen, Supplier<Response> saving) {
        try {
            return saving.get();
        } catch (Refusal refused) {
            if (refused.status() != 409) throw refused;
            Conflict conflict = Conflict.of(form, chosen, show.account(id));
            return on(id).with("form", conflict.merged().shown()).with("conflict", conflict.rows()).show(VIEW, refused);
        }
    }
}
