package gatehouse.account;

import java.util.regex.Pattern;

import gatehouse.web.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What an account tells of its person; every text may be empty. Longer ones are cut when they come from a provider. */
@Embeddable
public record Person(String nickname, String email, @Column(name = "email_verified") boolean emailVerified, String phone, String description, String avatar) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    public static final Person UNKNOWN = new Person("", "", false, "", "", "");

    public Person {
        nickname = cut(nickname, 255);
        email = cut(email, 254);
        phone = cut(phone, 64);
        description = cut(description, 1024);
        avatar = avatar.length() <= 2048 && avatar.startsWith("https://") ? avatar : "";
    }

    /** As typed by the person: an e-mail that is typed is not verified. */
    public Person typed(String newNickname, String newEmail) {
        if (newNickname.length() > 255) throw Refusal.invalid("account.nickname.long", 255);
        return new Person(newNickname, newEmail, emailVerified && email.equals(newEmail), phone, description, avatar);
    }

    /** As typed by an administrator. @throws Refusal 422 when the phone number is longer than 64 characters */
    public Person withPhone(String typed) {
        if (typed.length() > 64) throw Refusal.invalid("account.phone.long", 64);
        return new Person(nickname, email, emailVerified, typed, description, avatar);
    }

    /** As typed by an administrator. @throws Refusal 422 when the description is longer than 1,024 characters */
    public Person withDescription(String typed) {
        if (typed.length() > 1024) throw Refusal.invalid("account.description.long", 1024);
        return new Person(nickname, email, emailVerified, phone, typed, avatar);
    }

    private static String cut(String text, int longest) {
        String clean = CONTROL.matcher(text.strip()).replaceAll(" ");
        return clean.codePointCount(0, clean.length()) <= longest ? clean : clean.substring(0, clean.offsetByCodePoints(0, longest));
    }
}
