package gatehouse.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import gatehouse.web.Label;
import gatehouse.web.Messages;

/** A survey as its page shows it. */
record SurveyView(Survey survey, Messages messages) {

    Map<String, Object> shown() {
        return Map.of("kind", kind(survey.worst()), "verdict", messages.say("check.verdict." + kind(survey.worst())),
                "stretches", survey.stretches().stream().map(this::stretch).toList());
    }

    private Map<String, Object> stretch(Stretch stretch) {
        List<Map<String, String>> remarks = stretch.remarks().stream().map(this::remark).toList();
        return Map.of("about", stretch.about(), "remarks", remarks);
    }

    private Map<String, String> remark(Remark remark) {
        Label said = remark.said();
        Object[] arguments = said.arguments().toArray();
        return Map.of("kind", kind(remark.mark()), "id", remark.step(), "step", messages.say("check.step." + remark.step()),
                "text", messages.say(said.key(), arguments), "mend", messages.find(said.key() + ".mend", arguments).orElse(""));
    }

    private static String kind(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }
}
