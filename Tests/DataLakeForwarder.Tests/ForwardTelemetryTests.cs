using System.Text;
using Amazon.KinesisFirehose.Model;
using Amazon.S3;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.DataLakeForwarder.Firehose;
using TelemetryAspire.DataLakeForwarder.Lake;
using TelemetryAspire.FunctionHost;
using TelemetryAspire.Telemetry;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.DataLakeForwarder.Tests;

/// <summary>Every byte of every record reaches the lake, or its record is given again.</summary>
public sealed class ForwardTelemetryTests : IDisposable
{
    private readonly StubFirehose _firehose = new();
    private readonly StubS3 _s3 = new();

    private readonly FakeTimeProvider _time = new();

    public void Dispose()
    {
        _firehose.Dispose();
        _s3.Dispose();
    }

    [Fact]
    public async Task The_records_are_put_as_lines_in_their_order()
    {
        var result = await ForwardAsync(Some.Batch("{\"a\":1}", "malformed", "", "{\"b\":2}\n"));

        Assert.Empty(result.BatchItemFailures);
        Assert.Single(_firehose.Calls);
        Assert.Equal("{\"a\":1}\nmalformed\n\n{\"b\":2}\n", Lake());
    }

    [Fact]
    public async Task Only_the_entries_that_failed_are_sent_again()
    {
        _firehose.Takes = (call, line) => call > 1 || line[0] != (byte)'b';

        var result = await ForwardAsync(Some.Batch("a", "b1", "c", "b2"));

        Assert.Empty(result.BatchItemFailures);
        Assert.Equal([4, 2], _firehose.Calls.Select(call => call.Count));
        Assert.Equal("a\nc\nb1\nb2\n", Lake());
    }

    [Fact]
    public async Task Entries_that_keep_failing_are_left_to_the_host_and_no_others()
    {
        _firehose.Takes = (_, line) => line[0] != (byte)'b';

        var result = await ForwardAsync(Some.Batch("a", "b", "c"));

        var failure = Assert.Single(result.BatchItemFailures);
        Assert.Equal(
            (new SequenceNumber(1), FailureKind.Transient, "DeliveryStreamUnavailable"),
            (failure.SequenceNumber, failure.Kind, failure.Reason));
        Assert.Contains("Slow down.", failure.Error, StringComparison.Ordinal);
        Assert.Equal([3, 1, 1, 1], _firehose.Calls.Select(call => call.Count));
    }

    [Fact]
    public async Task A_call_that_fails_as_a_whole_holds_its_records_and_those_after_them()
    {
        _firehose.Fails = call => call == 2 ? new ServiceUnavailableException("Down.") : null;

        var result = await ForwardAsync(Some.Batch(Enumerable.Repeat(new byte[] { 1 }, 1_100)));

        Assert.Equal(
            Enumerable.Range(500, 600), result.BatchItemFailures.Select(failure => (int)failure.SequenceNumber.Value));
        Assert.All(result.BatchItemFailures, failure => Assert.Equal(FailureKind.Transient, failure.Kind));
        Assert.Equal(2, _firehose.Calls.Count);
    }

    [Fact]
    public async Task A_delivery_stream_that_does_not_exist_is_waited_for_by_its_name()
    {
        _firehose.Fails = _ => new ResourceNotFoundException("Firehose telemetry-to-lake not found.");

        var failure = Assert.Single((await ForwardAsync(Some.Batch("a"))).BatchItemFailures);

        Assert.Equal(FailureKind.Transient, failure.Kind);
        Assert.Contains("'telemetry-to-lake': ResourceNotFoundException", failure.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_does_not_speak_of_every_record_is_not_believed()
    {
        _firehose.Spoils = entries => entries.RemoveAt(0);

        Assert.Equal(2, (await ForwardAsync(Some.Batch("a", "b"))).BatchItemFailures.Count);
    }

    [Fact]
    public async Task A_record_too_large_for_Firehose_is_put_beside_the_rest_and_a_repeat_overwrites_it()
    {
        var large = Enumerable.Repeat((byte)'x', 2 * 1024 * 1024).ToArray();

        Assert.Empty((await ForwardAsync(Some.Batch(["a"u8.ToArray(), large, "c"u8.ToArray()]))).BatchItemFailures);
        Assert.Empty((await ForwardAsync(Some.Batch(["a"u8.ToArray(), large, "c"u8.ToArray()]))).BatchItemFailures);

        var (key, content) = Assert.Single(_s3.Objects);
        Assert.Equal("telemetry-lake/telemetry/year=2026/month=01/day=02/hour=21/oversize/shardId-000000000003/1", key);
        Assert.Equal([.. large, (byte)'\n'], content);
        Assert.Equal("a\nc\na\nc\n", Lake());
    }

    [Fact]
    public async Task A_bucket_that_is_out_holds_the_large_record_only()
    {
        _s3.Outage = new AmazonS3Exception("The specified bucket does not exist");

        var failure = Assert.Single(
            (await ForwardAsync(Some.Batch(["a"u8.ToArray(), new byte[1_024_000]]))).BatchItemFailures);

        Assert.Equal(
            (new SequenceNumber(1), FailureKind.Transient, "LakeUnavailable"),
            (failure.SequenceNumber, failure.Kind, failure.Reason));
        Assert.Contains("'telemetry-lake'", failure.Error, StringComparison.Ordinal);
        Assert.Equal("a\n", Lake());
    }

    [Fact]
    public async Task A_cancelled_invocation_says_nothing_about_its_records()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        _firehose.Fails = _ => new OperationCanceledException(cancelled.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => ForwardUntilAsync(Some.Batch("a"), cancelled.Token));
    }

    private string Lake() => Encoding.UTF8.GetString([.. _firehose.Taken.SelectMany(line => line)]);

    private Task<KinesisBatchResult> ForwardAsync(KinesisBatch batch) =>
        ForwardUntilAsync(batch, TestContext.Current.CancellationToken);

    private async Task<KinesisBatchResult> ForwardUntilAsync(KinesisBatch batch, CancellationToken cancellationToken)
    {
        var options = new ForwarderOptions();
        var function = new ForwardTelemetry(
            new DeliveryStreamWriter(_firehose, "telemetry-to-lake", options, _time, new Jitter(seed: 1)),
            new OversizeWriter(_s3, Options.Create(new TelemetryOptions()), Options.Create(options)));
        var context = new FunctionContext
        {
            FunctionName = "ForwardTelemetry",
            InvocationId = "1",
            InstanceServices = new ServiceCollection().BuildServiceProvider(),
            RetryContext = new RetryContext(0, 5),
        };
        return await AdvanceUntilDoneAsync(function.RunAsync(batch, context, cancellationToken));
    }

    /// <summary>Lets the waits between attempts pass.</summary>
    private async Task<T> AdvanceUntilDoneAsync<T>(Task<T> task)
    {
        await Eventually.UntilAsync(_time, () => task.IsCompleted);
        return await task;
    }
}
