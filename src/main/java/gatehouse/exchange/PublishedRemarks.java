package gatehouse.exchange;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import gatehouse.provider.Connection;
import gatehouse.provider.Mark;
import gatehouse.provider.Remark;

/** What an OIDC provider publishes of itself, held against how its connection is set. */
record PublishedRemarks(Metadata metadata, Connection connection) {

    private static final String STEP = "discovery";

    List<Remark> all() {
        return Stream.of(issuer(), endpoints(), authentication(), challenge(), algorithms()).toList();
    }

    static Remark failed(ExchangeFailed failed) {
        return new Remark(Mark.BAD, STEP, Scout.mend(failed));
    }

    private Remark issuer() {
        return new Remark(Mark.GOOD, STEP, "check.discovery.issuer", metadata.issuer());
    }

    private Remark endpoints() {
        String userInfo = metadata.endpoints().userInfo();
        return new Remark(Mark.GOOD, STEP, "check.discovery.endpoints", metadata.endpoints().authorize(), metadata.endpoints().token(),
                userInfo.isEmpty() ? "–" : userInfo, metadata.jwks());
    }

    private Remark authentication() {
        if (!metadata.takes(connection.authentication())) return new Remark(Mark.BAD, STEP, "provider.discovery.authentication");
        if (metadata.authentications().isEmpty()) return new Remark(Mark.GOOD, STEP, "check.discovery.authentication.unsaid");
        return new Remark(Mark.GOOD, STEP, "check.discovery.authentication", list(metadata.authentications()));
    }

    private Remark challenge() {
        boolean takes = metadata.challenges().contains("S256");
        if (takes) return connection.pkce() ? new Remark(Mark.GOOD, STEP, "check.discovery.pkce") : new Remark(Mark.WARN, STEP, "check.discovery.pkce.off");
        boolean unsaid = metadata.challenges().isEmpty();
        if (connection.pkce() && !unsaid) return new Remark(Mark.BAD, STEP, "provider.discovery.pkce");
        return new Remark(Mark.GOOD, STEP, "check.discovery.pkce.unsaid");
    }

    private Remark algorithms() {
        return new Remark(Mark.GOOD, STEP, "check.discovery.algorithms", list(metadata.algorithms()));
    }

    private static String list(Set<String> texts) {
        return String.join(", ", new TreeSet<>(texts));
    }
}
