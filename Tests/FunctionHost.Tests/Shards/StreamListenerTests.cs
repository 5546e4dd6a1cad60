using Amazon.Kinesis.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.FunctionHost.Tests.Shards;

public sealed class StreamListenerTests : SinkTestBase
{
    [Fact]
    public async Task All_shards_are_read_also_when_they_are_listed_in_pages()
    {
        Stream = new FakeKinesis(Clock, shards: 7) { ShardsPerPage = 3 };
        var last = Enumerable.Range(0, 7).Select(shard => Put(1, first: shard, shard)[0]).ToList();

        await StartAsync();
        for (var shard = 0; shard < 7; shard++)
        {
            await UntilCheckpointedAsync(last[shard], shard);
        }

        Assert.Equal(Numbers(7, first: 0), Sink.Handled.Order());
    }

    [Fact]
    public async Task Children_are_read_after_the_last_record_of_their_parent()
    {
        Put(30);
        var (left, right) = Stream.Split(0);
        var lasts = (Put(10, first: 31, left)[^1], Put(10, first: 41, right)[^1]);

        await StartAsync();
        await UntilCheckpointedAsync(lasts.Item1, left);
        await UntilCheckpointedAsync(lasts.Item2, right);

        Assert.True(Checkpoints.Of(FakeKinesis.Shard(0))!.IsShardEnd);
        Assert.Equal(Numbers(30), Sink.Handled.Take(30));
        Assert.Equal(Numbers(50), Sink.Handled.OrderBy(int.Parse));
    }

    [Fact]
    public async Task A_merged_child_waits_for_both_parents()
    {
        Stream = new FakeKinesis(Clock, shards: 2);
        var isOut = true;
        Sink.FailRecords(FailureKind.Transient, () => isOut, "held");
        Put(10);
        Stream.Put("held", shard: 1);
        var child = Stream.Merge(0, 1);
        var last = Put(1, first: 11, child)[0];

        await StartAsync();
        await UntilAsync(() => Checkpoints.Of(FakeKinesis.Shard(0)) is { IsShardEnd: true });
        Clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(() => Sink.Invocations.Count > 5);
        Assert.DoesNotContain("11", Sink.Handled);

        isOut = false;
        await UntilCheckpointedAsync(last, child);
        Assert.Equal("11", Sink.Handled[^1]);
    }

    [Fact]
    public async Task A_split_while_the_host_runs_is_seen()
    {
        await StartAsync();
        await UntilCheckpointedAsync(Put(3)[^1]);

        var (left, _) = Stream.Split(0);
        await UntilCheckpointedAsync(Put(1, first: 4, left)[0], left);

        Assert.Equal(Numbers(4), Sink.Handled);
    }

    [Fact]
    public async Task A_shard_whose_parent_has_expired_is_read()
    {
        var stream = new FakeKinesis(Clock, shards: 1);
        Stream = stream;
        var (left, _) = Stream.Split(0);
        stream.Remove(0);

        await StartAsync();
        await UntilCheckpointedAsync(Put(1, shard: left)[0], left);
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_yet_is_waited_for()
    {
        Stream.Delete();
        var host = await StartAsync();
        await UntilAsync(() => HealthOfAsync(host).Result.Status == HealthStatus.Degraded);
        var description = (await HealthOfAsync(host)).Description;

        Stream.Create();
        await UntilCheckpointedAsync(Put(1)[0]);

        Assert.Contains("the stream stream does not exist", description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, (await HealthOfAsync(host)).Status);
    }

    [Fact]
    public async Task A_stream_created_again_is_another_stream_and_read_from_its_start()
    {
        await StartAsync();
        await UntilCheckpointedAsync(Put(3)[^1]);

        Stream.Delete();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Stream.Create();
        Put(2, first: 4);
        await UntilAsync(() => Sink.Handled.Count == 5);

        Assert.Equal(Numbers(5), Sink.Handled);
        Assert.Equal(2, Checkpoints.All.Count);
    }

    [Fact]
    public async Task Reading_goes_on_after_the_last_record_when_the_iterator_expires()
    {
        await StartAsync();
        await UntilCheckpointedAsync(Put(5)[^1]);

        Stream.ExpireIterators();
        await UntilCheckpointedAsync(Put(5, first: 6)[^1]);

        Assert.Equal(Numbers(10), Sink.Handled);
    }

    [Fact]
    public async Task Records_trimmed_before_they_were_read_do_not_stop_the_rest()
    {
        var last = Put(10)[^1];
        Stream.Trim(0, 4);

        await StartAsync();
        await UntilCheckpointedAsync(last);

        Assert.Equal(Numbers(6, first: 5), Sink.Handled);
    }

    [Fact]
    public async Task A_position_the_shard_does_not_know_leads_back_to_its_oldest_record()
    {
        var numbers = Put(5);
        var unknown = new SequenceNumber(numbers[2].Value + 1);
        await StartAsync();
        await UntilCheckpointedAsync(numbers[^1]);
        var key = Checkpoints.All.Single().Key;
        var checkpoints = new InMemoryCheckpointStore();
        await checkpoints.TryMoveAsync(key, null, Checkpoint.At(unknown), TestContext.Current.CancellationToken);

        var sink = new Sink();
        await using var host = await FunctionTestHost.StartAsync<SinkFunction>(
            Clock, Stream, builder => builder.Services.Add(new(typeof(Sink), sink)), checkpoints);
        await UntilAsync(() => checkpoints.Of(FakeKinesis.Shard(0))!.LastHandled == numbers[^1]);

        // What is before the checkpoint was handled.
        Assert.Equal(["4", "5"], sink.Handled);
    }

    [Fact]
    public async Task A_throttled_or_failing_read_is_repeated()
    {
        var last = Put(3)[^1];
        Stream.FailNextRead(new ProvisionedThroughputExceededException("Rate exceeded for shard."));
        Stream.FailNextRead(new HttpRequestException("Connection refused"));
        Stream.FailNextRead(new InternalFailureException("Internal"));

        await StartAsync();
        await UntilCheckpointedAsync(last);

        Assert.Equal(Numbers(3), Sink.Handled);
    }

    [Fact]
    public async Task A_host_goes_on_where_the_one_before_it_stopped()
    {
        var first = await StartAsync();
        await UntilCheckpointedAsync(Put(5)[^1]);
        await first.StopAsync(TestContext.Current.CancellationToken);
        var last = Put(5, first: 6)[^1];

        await StartAsync();
        await UntilCheckpointedAsync(last);

        Assert.Equal(Numbers(10), Sink.Handled);
    }

    [Fact]
    public async Task A_worker_whose_checkpoint_somebody_else_moved_starts_again_from_there()
    {
        await StartAsync();
        var numbers = Put(5);
        await UntilCheckpointedAsync(numbers[^1]);
        var more = Put(5, first: 6);
        var (key, current) = Checkpoints.All.Single();
        if (current.LastHandled == numbers[^1])
        {
            await Checkpoints.TryMoveAsync(key, current, Checkpoint.At(more[2]), TestContext.Current.CancellationToken);
        }

        await UntilCheckpointedAsync(more[^1]);

        Assert.Equal(more[^1], Checkpoints.Of(FakeKinesis.Shard(0))!.LastHandled);
    }
}
