package gatehouse.exchange;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Hangs up on an answer whose head was enough to refuse it. */
final class Unread implements BodySubscriber<byte[]> {

    private final ExchangeFailed refusal;

    Unread(ExchangeFailed refusal) {
        this.refusal = refusal;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return CompletableFuture.failedFuture(refusal);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> unread) {
        // hung up
    }

    @Override
    public void onError(Throwable failure) {
        // refused already
    }

    @Override
    public void onComplete() {
        // refused already
    }
}
