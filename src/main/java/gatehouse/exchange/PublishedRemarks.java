package gatehouse.exchange;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gatehouse.check.Mark;
import gatehouse.check.Remark;
import gatehouse.connection.Connection;

/** What an OIDC provider publishes of itself, held against how its connection is set. */
record PublishedRemarks(Metadata metadata, Connection connection) {

    private static final int LONGEST = 300;

    List<Remark> all() {
        return Stream.of(issuer(), endpoints(), authentication(), challenge(), algorithms()).toList();
    }

    static Remark failed(ExchangeFailed failed) {
        return new Remark(Mark.BAD, "discovery", Scout.mend(failed));
    }

    private Remark issuer() {
        return new Remark(Mark.GOOD, "issuer", "check.discovery.issuer", metadata.issuer());
    }

    private Remark endpoints() {
        return new Remark(Mark.GOOD, "endpoints", "check.discovery.endpoints", address(metadata.endpoints().authorize()), address(metadata.endpoints().token()),
                address(metadata.endpoints().userInfo()), address(metadata.jwks()));
    }

    private static String address(String published) {
        if (published.isEmpty()) return "–";
        return published.length() <= LONGEST ? published : published.substring(0, LONGEST) + "…";
    }

    private Remark authentication() {
        if (!metadata.takes(connection.authentication())) return new Remark(Mark.BAD, "authentication", "provider.discovery.authentication");
        if (metadata.authentications().isEmpty()) return new Remark(Mark.GOOD, "authentication", "check.discovery.authentication.unsaid");
        return new Remark(Mark.GOOD, "authentication", "check.discovery.authentication", list(metadata.authentications()));
    }

    private Remark challenge() {
        boolean takes = metadata.challenges().contains("S256");
        if (takes) return connection.pkce() ? new Remark(Mark.GOOD, "pkce", "check.discovery.pkce") : new Remark(Mark.WARN, "pkce", "check.discovery.pkce.off");
        boolean unsaid = metadata.challenges().isEmpty();
        if (connection.pkce() && !unsaid) return new Remark(Mark.BAD, "pkce", "provider.discovery.pkce");
        return new Remark(Mark.GOOD, "pkce", "check.discovery.pkce.unsaid");
    }

    private Remark algorithms() {
        return new Remark(Mark.GOOD, "signature", "check.discovery.algorithms", list(metadata.algorithms()));
    }

    private static String list(Set<String> texts) {
        return texts.stream().filter(text -> text.matches("[A-Za-z0-9_]{1,40}")).sorted().limit(10).collect(Collectors.joining(", "));
    }
}
