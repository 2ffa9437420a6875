package gatehouse.guard;

import gatehouse.web.Refusal;

/** Why a guarded service cannot be kept so. */
final class GuardRefused {

    private GuardRefused() {
    }

    static Refusal unknown() {
        return new Refusal(404, "refused.not-found");
    }

    static Refusal changedMeanwhile() {
        return new Refusal(409, "refused.changed");
    }

    static Refusal taken(String name) {
        return Refusal.invalid("guard.address.taken", name);
    }

    static Refusal tooMany(int most) {
        return new Refusal(409, "refused.guard-full", most);
    }
}
