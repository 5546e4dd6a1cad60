using System.Net;
using Amazon.Runtime;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TelemetryAspire.FunctionHost.Tests.Invocation;

public sealed class BatchDeliveryTests : SinkTestBase
{
    [Fact]
    public async Task Records_arrive_in_order_in_batches_of_at_most_the_batch_size()
    {
        var last = Put(20)[^1];

        await StartAsync();
        await UntilCheckpointedAsync(last);

        Assert.Equal([8, 8, 4], Sink.Invocations.Select(batch => batch.Count));
        Assert.Equal(Numbers(20), Sink.Handled);
    }

    [Fact]
    public async Task Only_the_records_that_failed_are_given_to_the_function_again()
    {
        var isOut = true;
        Sink.FailRecords(FailureKind.Transient, () => isOut, "3", "5");
        var last = Put(8)[^1];

        await StartAsync();
        await UntilAsync(() => Sink.Invocations.Count >= 4);
        isOut = false;
        await UntilCheckpointedAsync(last);

        Assert.All(Sink.Invocations.Skip(1), batch => Assert.Equal(["3", "5"], batch));
        Assert.Equal(Numbers(8), Sink.Handled.Order());
        Assert.Empty(DeadLetters.All);
    }

    [Fact]
    public async Task The_checkpoint_stays_before_a_record_that_is_still_repeated()
    {
        var isOut = true;
        Sink.FailRecords(FailureKind.Transient, () => isOut, "3");
        var numbers = Put(8);

        await StartAsync();
        await UntilAsync(() => Sink.Invocations.Count >= 10);

        Assert.Equal(numbers[1], Checkpoints.Of(FakeKinesis.Shard(0))!.LastHandled);
        isOut = false;
        await UntilCheckpointedAsync(numbers[^1]);
    }

    [Fact]
    public async Task A_poison_record_is_dead_lettered_at_once_and_the_shard_goes_on()
    {
        Sink.FailRecords(FailureKind.Poison, () => true, "3");
        var last = Put(20)[^1];

        await StartAsync();
        await UntilCheckpointedAsync(last);

        var letter = Assert.Single(DeadLetters.All);
        Assert.Equal(("Refused", 1), (letter.Reason, letter.Attempts));
        Assert.Equal(3, Sink.Invocations.Count);
        Assert.Equal(Numbers(20).Except(["3"]), Sink.Handled);
    }

    [Fact]
    public async Task A_dead_letter_keeps_all_there_is_to_know_of_the_record()
    {
        Sink.FailRecords(FailureKind.Poison, () => true, "bad");
        var arrival = Clock.GetUtcNow();
        var number = Stream.Put("bad", partitionKey: "device-7");

        await StartAsync();
        await UntilCheckpointedAsync(number);

        var letter = Assert.Single(DeadLetters.All);
        Assert.Equal("bad"u8, letter.Data.Span);
        Assert.Equal(
            (SinkFunction.Name, "stream", FakeKinesis.Shard(0).Value, number.ToString(), "device-7",
                arrival, "Refused"),
            (letter.Function, letter.StreamName, letter.ShardId, letter.SequenceNumber, letter.PartitionKey,
                letter.ArrivalTime, letter.Reason));
        Assert.Equal("as the test wants it", letter.Error);
        Assert.EndsWith(":stream/stream", letter.StreamArn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bisecting_dead_letters_exactly_the_culprits()
    {
        Sink.ThrowOn(() => new FormatException("I cannot read that."), "3", "7", "15");
        var last = Put(20)[^1];

        await StartAsync();
        await UntilCheckpointedAsync(last);

        Assert.Equal(
            ["3", "7", "15"], DeadLetters.All.Select(letter => System.Text.Encoding.UTF8.GetString(letter.Data.Span)));
        Assert.All(DeadLetters.All, letter => Assert.Equal(nameof(FormatException), letter.Reason));
        Assert.All(
            DeadLetters.All, letter => Assert.Contains("I cannot read that.", letter.Error, StringComparison.Ordinal));
        Assert.Equal(Numbers(20).Except(["3", "7", "15"]), Sink.Handled);
    }

    [Fact]
    public async Task A_batch_is_repeated_as_its_retry_attribute_says_before_it_is_bisected()
    {
        Sink.ThrowOn(() => new FormatException(), "3");
        var last = Put(4)[^1];

        await StartAsync();
        await UntilCheckpointedAsync(last);

        // The whole batch three times, "1, 2" split off, its other half once, "3" alone three times.
        Assert.Equal(
            ["1234", "1234", "1234", "12", "34", "3", "3", "3", "4"],
            Sink.Invocations.Select(batch => string.Concat(batch)));
        Assert.Equal(3 + 1 + 3, Assert.Single(DeadLetters.All).Attempts);
    }

    [Fact]
    public async Task An_exception_that_goes_away_within_the_retries_dead_letters_nothing()
    {
        var failures = 2;
        Sink.Behaviour = (_, context) => failures-- > 0
            ? throw new FormatException()
            : Task.FromResult(KinesisBatchResult.Success);
        var last = Put(4)[^1];

        await StartAsync();
        await UntilCheckpointedAsync(last);

        Assert.Empty(DeadLetters.All);
        Assert.Equal(Numbers(4), Sink.Handled);
    }

    public static TheoryData<Exception> Outages =>
    [
        new AmazonServiceException(
            "Rate exceeded", ErrorType.Sender, "ThrottlingException", "1", HttpStatusCode.BadRequest),
        new AmazonServiceException(
            "Internal", ErrorType.Receiver, "InternalFailure", "1", HttpStatusCode.InternalServerError),
        new HttpRequestException("Connection refused"),
        new TimeoutException("Too slow"),
        new TaskCanceledException("A client's own timeout"),
        new InvalidOperationException("Wrapped", new HttpRequestException("Connection reset")),
    ];

    [Theory, MemberData(nameof(Outages), DisableDiscoveryEnumeration = true)]
    public async Task An_outage_is_waited_out_however_long_and_never_dead_lettered(Exception outage)
    {
        var isOut = true;
        Sink.Behaviour = (_, _) => isOut ? throw outage : Task.FromResult(KinesisBatchResult.Success);
        var last = Put(8)[^1];

        var host = await StartAsync();
        await UntilAsync(() => Sink.Invocations.Count >= 20);
        var health = await HealthOfAsync(host);
        isOut = false;
        await UntilCheckpointedAsync(last);

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains(outage.Message, health.Description, StringComparison.Ordinal);
        Assert.Empty(DeadLetters.All);
        Assert.All(Sink.Invocations, batch => Assert.Equal(8, batch.Count));
        Assert.Equal(HealthStatus.Healthy, (await HealthOfAsync(host)).Status);
    }

    [Fact]
    public async Task No_checkpoint_moves_while_the_dead_letter_store_is_out()
    {
        DeadLetters.Outage = new HttpRequestException("S3 is out");
        Sink.FailRecords(FailureKind.Poison, () => true, "3");
        var numbers = Put(8);

        var host = await StartAsync();
        await UntilAsync(
            () => HealthOfAsync(host).Result.Description?.Contains("S3 is out", StringComparison.Ordinal) == true);
        Assert.Null(Checkpoints.Of(FakeKinesis.Shard(0)));
        DeadLetters.Outage = null;
        await UntilCheckpointedAsync(numbers[^1]);

        Assert.Single(DeadLetters.All);
        Assert.Single(Sink.Invocations);
    }

    [Fact]
    public async Task A_result_that_names_a_record_outside_the_batch_fails_the_batch()
    {
        Sink.Behaviour = (_, _) => Task.FromResult(new KinesisBatchResult(
            [new BatchItemFailure(new SequenceNumber(42), FailureKind.Transient, "Refused")]));
        var number = Stream.Put("1");

        await StartAsync();
        await UntilCheckpointedAsync(number);

        Assert.Contains("42", Assert.Single(DeadLetters.All).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_named_both_transient_and_poison_is_not_given_up()
    {
        var invocations = 0;
        Sink.Behaviour = (batch, _) => Task.FromResult(invocations++ > 0
            ? KinesisBatchResult.Success
            : new KinesisBatchResult(
            [
                new BatchItemFailure(batch.Records[0].SequenceNumber, FailureKind.Transient, "Out"),
                new BatchItemFailure(batch.Records[0].SequenceNumber, FailureKind.Poison, "Malformed"),
            ]));
        var number = Stream.Put("1");

        await StartAsync();
        await UntilCheckpointedAsync(number);

        Assert.Empty(DeadLetters.All);
    }
}
