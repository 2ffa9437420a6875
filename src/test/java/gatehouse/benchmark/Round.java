package gatehouse.benchmark;

import gatehouse.it.provider.FakeProvider;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Everything a crowd of people who are not known yet does, kind by kind: two sign-ins each, a bind and an unbind. */
final class Round {

    static final String FIRST = "first";
    static final String SECOND = "second";

    private final Meter meter;
    private final FakeProvider provider;
    private final IntFunction<Traveller> fresh;
    private final Consumer<Measured> told;

    /** @param told hears of each kind of work as soon as it is measured */
    Round(Meter meter, URI house, FakeProvider provider, Consumer<Measured> told) {
        this.meter = meter;
        this.provider = provider;
        this.told = told;
        this.fresh = number -> new Traveller(house, provider, number);
    }

    /** @param from the number of the first person */
    void run(int from, int count) {
        List<Traveller> strangers = crowd(from, count);
        measure("login page", strangers, Traveller::opensLogin);
        measure("sign-in of a new person", strangers, one -> one.signsIn(FIRST));
        List<Traveller> known = crowd(from, count);
        meter.measure("", known, Traveller::opensLogin);
        measure("sign-in of a known person", known, one -> one.signsIn(FIRST));
        measure("profile page", known, Traveller::opensProfile);
        measure("bind", known, one -> one.binds(SECOND));
        meter.measure("", known, Traveller::opensProfile);
        measure("unbind", known, one -> one.unbinds(SECOND));
        measure("static file", known, Traveller::opensStylesheet);
        meter.measure("", known, Traveller::makesToken);
        measure("trivial servlet", known, Traveller::opensStatus);
        measure("check by cookie", known, Traveller::isCheckedByCookie);
        measure("check by Bearer", known, Traveller::isCheckedByBearer);
        measure("check by Basic", known, Traveller::isCheckedByBasic);
    }

    /** Only sign-ins of people who are known already. */
    void signInsOnly(int from, int count) {
        List<Traveller> known = crowd(from, count);
        meter.measure("", known, Traveller::opensLogin);
        meter.measure("", known, one -> one.signsIn(FIRST));
        provider.reset();
    }

    private void measure(String name, List<Traveller> crowd, Consumer<Traveller> deed) {
        told.accept(meter.measure(name, crowd, deed));
        provider.reset();
    }

    private List<Traveller> crowd(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(fresh).toList();
    }
}
