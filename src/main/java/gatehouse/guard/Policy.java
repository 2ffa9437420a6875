package gatehouse.guard;

import java.util.Optional;
import java.util.Set;

import gatehouse.account.BasePath;
import gatehouse.account.Permission;
import gatehouse.session.Holder;
import gatehouse.web.Refusal;

/** May this person's request pass? An administrator may everything, and no base path holds them; in doubt the answer is no. */
final class Policy {

    private Policy() {
    }

    /** @throws Refusal 400 when a COPY or MOVE does not say where to */
    static Verdict judge(Post post, Question question, Holder who) {
        if (who.administrator() || post.opens(question)) return Verdict.pass(question);
        if (question.destination().filter(there -> !there.within(post.prefix())).isPresent()) return Verdict.refused("refused.guard-destination");
        return switch (post.mode()) {
            case SIGNED_IN -> Verdict.pass(question);
            case ROLES -> who.roles().stream().anyMatch(post.roles()::contains) ? Verdict.pass(question) : Verdict.refused("refused.guard-role");
            case WEBDAV, FILES -> byBits(post, question, who);
        };
    }

    private static Verdict byBits(Post post, Question question, Holder who) {
        if (question.carries() && question.destination().isEmpty()) throw new Refusal(400, "refused.guard-path");
        Optional<Set<Permission>> needed = Needs.of(post.mode(), question);
        if (needed.isEmpty()) return Verdict.refused("refused.guard-method");
        if (!needed.get().stream().allMatch(who.permissions()::has)) return Verdict.refused("refused.guard-bits");
        RequestPath base = base(who.basePath());
        return post.confinement() == Confinement.FRONT ? inFront(post, question, base) : kept(post, question, base);
    }

    private static RequestPath base(BasePath path) {
        return RequestPath.plain(path.value());
    }

    private static Verdict kept(Post post, Question question, RequestPath base) {
        RequestPath home = post.prefix().then(base);
        boolean inside = question.path().within(home) && question.destination().filter(there -> !there.within(home)).isEmpty();
        return inside ? Verdict.pass(question) : Verdict.refused("refused.guard-outside");
    }

    private static Verdict inFront(Post post, Question question, RequestPath base) {
        return new Verdict(moved(question.path(), post, base), question.destination().map(there -> moved(there, post, base)), "");
    }

    private static RequestPath moved(RequestPath path, Post post, RequestPath base) {
        return post.prefix().then(base).then(path.without(post.prefix()));
    }
}
