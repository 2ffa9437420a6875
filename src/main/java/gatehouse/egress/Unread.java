package gatehouse.egress;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Hangs up on an answer whose head was enough: to refuse it, or to know that there is one. */
final class Unread implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> end;

    Unread() {
        end = CompletableFuture.completedFuture(new byte[0]);
    }

    Unread(NoAnswer refusal) {
        end = CompletableFuture.failedFuture(refusal);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return end;
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
        // over already
    }

    @Override
    public void onComplete() {
        // over already
    }
}
