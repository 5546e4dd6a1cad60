using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.FunctionHost.Ownership;
using TelemetryAspire.FunctionHost.Shards;

namespace TelemetryAspire.FunctionHost.Tests.Ownership;

public sealed class OwnedShardsTests
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waiting_for_an_end_leaves_nothing_behind_while_nothing_ends()
    {
        var owned = Owned();
        owned.Own(FakeKinesis.Shard(0), default);
        owned.Own(FakeKinesis.Shard(1), default);

        var waits = Enumerable.Range(0, 100).Select(_ => owned.WhenAnyEnds).Distinct().ToList();

        Assert.False(Assert.Single(waits).IsCompleted);
        _end.SetResult();
        await owned.WhenAllEndAsync().WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Every_worker_that_ends_is_told_once_and_its_shard_may_be_owned_again()
    {
        var owned = Owned();
        owned.Own(FakeKinesis.Shard(0), default);
        _end.SetResult();
        await owned.WhenAnyEnds.WaitAsync(Cancellation);

        Assert.Equal([new(FakeKinesis.Shard(0), ShardOutcome.Lost)], owned.ReleaseEnded());
        Assert.False(owned.WhenAnyEnds.IsCompleted);
        Assert.Empty(owned.ReleaseEnded());

        owned.Own(FakeKinesis.Shard(0), default);
        await owned.WhenAnyEnds.WaitAsync(Cancellation);
        Assert.Single(owned.ReleaseEnded());
    }

    // A worker that cannot be created ends as one that failed does.
    private OwnedShards Owned() => new(
        _ =>
        {
            _end.Task.Wait(Cancellation);
            throw new InvalidOperationException("The worker of this test ends.");
        },
        NullLogger<OwnedShards>.Instance);
}
