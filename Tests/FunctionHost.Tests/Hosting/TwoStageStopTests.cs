namespace TelemetryAspire.FunctionHost.Tests.Hosting;

public sealed class TwoStageStopTests : SinkTestBase
{
    [Fact]
    public async Task What_was_read_is_finished_and_checkpointed_before_the_host_stops()
    {
        var release = new TaskCompletionSource();
        Sink.Behaviour = async (_, _) =>
        {
            await release.Task;
            return KinesisBatchResult.Success;
        };
        var last = Put(20)[^1];
        var host = await StartAsync();
        await UntilAsync(() => Sink.Invocations.Count == 1);

        var stop = host.StopAsync(CancellationToken.None);
        var late = Stream.Put("late");
        Assert.False(stop.IsCompleted);
        release.SetResult();
        await stop;

        Assert.Equal(last, Checkpoints.Of(FakeKinesis.Shard(0))!.LastHandled);
        Assert.Equal(Numbers(20), Sink.Handled);
        Assert.True(late > last);
    }

    [Fact]
    public async Task After_the_timeout_the_invocation_is_cancelled_and_moves_nothing()
    {
        Sink.Behaviour = async (_, context) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, Clock, context.CancellationToken);
            return KinesisBatchResult.Success;
        };
        Put(8);
        var host = await StartAsync();
        await UntilAsync(() => Sink.Invocations.Count == 1);

        await host.StopAsync(new CancellationToken(canceled: true));

        Assert.Empty(Checkpoints.All);
        Assert.Empty(DeadLetters.All);
    }

    [Fact]
    public async Task Whatever_a_cancelled_function_throws_is_not_held_against_its_records()
    {
        Sink.Behaviour = async (_, context) =>
        {
            var cancelled = new TaskCompletionSource();
            using var registration = context.CancellationToken.Register(cancelled.SetResult);
            await cancelled.Task;
            throw new FormatException("The connection closed in the middle of a number.");
        };
        Put(1);
        var host = await StartAsync();
        await UntilAsync(() => Sink.Invocations.Count == 1);

        await host.StopAsync(new CancellationToken(canceled: true));

        Assert.Empty(Checkpoints.All);
        Assert.Empty(DeadLetters.All);
        Assert.Single(Sink.Invocations);
    }

    [Fact]
    public async Task A_stop_does_not_wait_for_an_outage_to_end()
    {
        Sink.Behaviour = (_, _) => throw new HttpRequestException("out");
        Put(8);
        var host = await StartAsync();
        await UntilAsync(() => Sink.Invocations.Count >= 3);

        await host.StopAsync(CancellationToken.None);

        Assert.Empty(Checkpoints.All);
        Assert.Empty(DeadLetters.All);
    }
}
