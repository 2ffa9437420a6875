package gatehouse.it;

import gatehouse.it.provider.Answer;

/** What an administrator sees of providers: their pages, questions, checks and trials. */
record LooksOfProviders(Sitting sitting, Stage stage, Stage.Placed works, Stage.Placed harbour) {

    private static final String SAVE = "main form button.primary";

    void all() {
        sitting.show("/admin/providers", "providers");
        sitting.show("/admin/providers/new", "presets");
        sitting.show("/admin/providers/new?preset=microsoft", "provider-new");
        sitting.press(SAVE, "provider-error");
        sitting.show(page(works), "provider");
        sitting.press("button[formaction$='/check']", "check");
        questions();
        trials();
    }

    private void questions() {
        sitting.show(page(works) + "/delete", "provider-delete");
        sitting.show(page(works) + "/disable", "provider-disable");
        Chromium chromium = sitting.chromium().open(House.here().address() + page(harbour)).type("ruleSubject", "$.email");
        sitting.press(SAVE, "provider-stakes");
        chromium.open(House.here().address() + page(harbour)).find("#network").click();
        chromium.type("deadline", "25");
        stage.admin().visitor().submit(stage.admin().provider(harbour.slug()).with("scope", "profile " + sitting.language()));
        sitting.press(SAVE, "provider-conflict");
    }

    /** A good one, a failed one, and one that does not come back: the provider's page is stood for by ours. */
    private void trials() {
        sitting.show("/admin/trial", "trial-none");
        sitting.press("button[formaction='/admin/trial/" + works.slug() + "']", "trial-good");
        works.fake().tell("/token", Answer.json("{\"error\":\"redirect_uri_mismatch\",\"error_description\":\"The redirect_uri MUST match.\"}"));
        sitting.press("form[action='/admin/trial/" + works.slug() + "'] button", "trial-failed");
        works.fake().reset().tell("/authorize", Answer.redirect(302, House.here().address() + "/admin/trial"));
        sitting.press("form[action='/admin/trial/" + works.slug() + "'] button", "trial-waiting");
        works.fake().reset();
    }

    private static String page(Stage.Placed placed) {
        return "/admin/providers/" + placed.slug();
    }
}
