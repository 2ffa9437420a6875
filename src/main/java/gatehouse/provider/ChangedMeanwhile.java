package gatehouse.provider;

import gatehouse.web.Refusal;

/** Somebody else saved the provider since the page was opened (409); nothing was written. */
final class ChangedMeanwhile extends Refusal {

    private static final long serialVersionUID = 1;

    ChangedMeanwhile() {
        super(409, "provider.conflict");
    }
}
