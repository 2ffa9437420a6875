package gatehouse.check;

import gatehouse.web.Label;

/**
 * One thing that was found.
 *
 * @param step what was looked at: {@code name}, {@code connection}, {@code certificate}, {@code answer}, {@code clock}; of what an issuer publishes
 *             {@code discovery}, {@code issuer}, {@code endpoints}, {@code authentication}, {@code pkce} or {@code signature}
 * @param said the sentence; its mend is the message of the same key with {@code .mend} behind it, where there is one
 */
public record Remark(Mark mark, String step, Label said) {

    public Remark(Mark mark, String step, String key, Object... arguments) {
        this(mark, step, new Label(key, arguments));
    }
}
