package gatehouse.account;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import gatehouse.web.Refusal;

/** A permission sum; bits above the known 14 come from imports only and are kept as they are. Never negative. */
public record Permissions(int sum) {

    public static final Permissions NONE = new Permissions(0);
    private static final int KNOWN = Arrays.stream(Permission.values()).mapToInt(Permission::bit).sum();

    public Permissions {
        if (sum < 0) throw notASum();
    }

    /** The sum of ticked boxes, whose values are bits ("8"); anything else is refused (422). */
    public static Permissions of(Collection<String> ticked) {
        return ticked.stream().map(Permissions::one).reduce(NONE, Permissions::plus);
    }

    private static Permissions one(String bit) {
        return new Permissions(Permission.ofBit(bit).orElseThrow(() -> Refusal.invalid("account.permission.unknown", bounded(bit))).bit());
    }

    /** A typed number: 0 to 16383 in plain digits; unknown bits, signs, exponents and blanks are refused (422). */
    public static Permissions typed(String number) {
        String digits = number.strip();
        if (!digits.matches("0|[1-9][0-9]{0,9}")) throw notASum();
        if (Long.parseLong(digits) > KNOWN) throw Refusal.invalid("account.permission.unknown", digits);
        return new Permissions(Integer.parseInt(digits));
    }

    /** What a form with ticks and a number means: the number wins if it was changed; unknown bits of before stay otherwise. */
    public static Permissions chosen(Collection<String> ticked, String number, Permissions before) {
        boolean changed = !number.strip().equals(Integer.toString(before.sum));
        return changed ? typed(number) : of(ticked).plus(new Permissions(before.other()));
    }

    /** A number from a backup: higher bits are kept. */
    public static Permissions imported(int sum) {
        return new Permissions(sum);
    }

    /** The bits that have no meaning here, 0 if none. */
    public int other() {
        return sum & ~KNOWN;
    }

    public boolean has(Permission permission) {
        return (sum & permission.bit()) != 0;
    }

    public Permissions plus(Permissions more) {
        return new Permissions(sum | more.sum);
    }

    /** The known permissions in it, smallest bit first. */
    public List<Permission> ticked() {
        return Arrays.stream(Permission.values()).filter(this::has).toList();
    }

    /** Their constants' names, smallest bit first. */
    public List<String> names() {
        return ticked().stream().map(Permission::name).toList();
    }

    private static Refusal notASum() {
        return Refusal.invalid("account.permission.not-a-sum", KNOWN);
    }

    private static String bounded(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20);
    }
}
