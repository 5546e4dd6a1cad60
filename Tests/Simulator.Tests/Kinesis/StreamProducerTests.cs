using System.Net;
using Amazon.Kinesis.Model;
using Amazon.Runtime;
using TelemetryAspire.TestKit;

namespace TelemetryAspire.Simulator.Tests.Kinesis;

public sealed class StreamProducerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_go_out_in_order_and_at_most_500_in_a_call()
    {
        await using var bench = new ProducerBench();
        var texts = Enumerable.Range(0, 1_234).Select(i => $"{i}").ToList();
        await bench.ProduceAllAsync(texts);
        await bench.Producer.StartAsync(Cancellation);

        await bench.DrainAsync();

        Assert.Equal(texts, bench.Stream.Taken);
        Assert.Equal([500, 500, 234], bench.Stream.Calls.Select(call => call.Count));
        Assert.Equal(1_234, bench.Tally.Accepted);
    }

    [Fact]
    public async Task A_call_is_at_most_5_MiB_and_a_larger_record_goes_alone()
    {
        await using var bench = new ProducerBench();
        await bench.ProduceAllAsync(new string('a', 3 << 20), new string('b', 3 << 20), new string('c', 6 << 20), "d");
        await bench.Producer.StartAsync(Cancellation);

        await bench.DrainAsync();

        Assert.Equal(["a", "b", "c", "d"], bench.Stream.Calls.Select(call => Assert.Single(call)[..1]));
    }

    [Fact]
    public async Task Only_the_entries_that_failed_are_sent_again_and_before_all_others()
    {
        await using var bench = new ProducerBench();
        bench.Stream.FailOnce("2", "4");
        bench.Stream.FailOnce("4");
        var texts = Enumerable.Range(0, 501).Select(i => $"{i}").ToList();
        await bench.ProduceAllAsync(texts);
        await bench.Producer.StartAsync(Cancellation);

        await bench.DrainAsync();

        Assert.Equal([["2", "4"], ["4"], ["500"]], bench.Stream.Calls.Skip(1));
        Assert.Equal(texts.Order(), bench.Stream.Taken.Order());
    }

    [Fact]
    public async Task A_record_that_is_too_large_is_refused_and_the_499_others_are_not()
    {
        await using var bench = new ProducerBench();
        bench.Stream.MaxRecordBytes = 100;
        var texts = Enumerable.Range(0, 500).Select(i => i == 321 ? new string('x', 101) : $"{i}").ToList();
        await bench.ProduceAllAsync(texts);
        await bench.Producer.StartAsync(Cancellation);

        await bench.DrainAsync();

        Assert.Equal(texts.Where(text => text.Length <= 100), bench.Stream.Taken);
        Assert.Equal((499, 1), (bench.Tally.Accepted, bench.Tally.Refused));
        Assert.Contains(
            "Error: The stream s refused a record of 101 bytes with partition key device for good: "
            + "InvalidArgumentException: Record is too large. It is not sent again.",
            bench.Log.Lines);
    }

    [Fact]
    public async Task An_outage_is_waited_out_told_once_and_shown()
    {
        await using var bench = new ProducerBench();
        for (var i = 0; i < 20; i++)
        {
            bench.Stream.ThrowOnce(new HttpRequestException("Connection refused"));
        }

        bench.Stream.ThrowOnce(new ResourceNotFoundException(
            "Stream s not found.", ErrorType.Sender, "ResourceNotFoundException", "1", HttpStatusCode.BadRequest));
        await bench.ProduceAllAsync("a", "b");
        await bench.Producer.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => bench.Producer.Outage == "Connection refused");

        await bench.DrainAsync();

        Assert.Null(bench.Producer.Outage);
        Assert.Equal(["a", "b"], bench.Stream.Taken);
        Assert.Single(
            bench.Log.Lines,
            line => line.StartsWith("Warning: The stream s takes no records", StringComparison.Ordinal));
        Assert.Single(bench.Log.Lines, line => line.Contains("takes records again", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_reply_that_does_not_tell_of_each_record_counts_as_a_failed_call(int results)
    {
        await using var bench = new ProducerBench();
        bench.Stream.MisreplyOnce(results);
        await bench.ProduceAllAsync("a", "b");
        await bench.Producer.StartAsync(Cancellation);
        await Eventually.UntilAsync(
            () => bench.Producer.Outage == $"PutRecords replied {results} results for 2 records.");

        await bench.DrainAsync();

        Assert.Equal(["a", "b"], bench.Stream.Taken);
        Assert.Equal(2, bench.Tally.Accepted);
    }

    [Fact]
    public async Task Between_attempts_it_waits_up_to_the_configured_backoff()
    {
        await using var bench = new ProducerBench(options => options.MaxBackoff = TimeSpan.FromMilliseconds(100));
        bench.Stream.ThrowOnce(new HttpRequestException("Connection refused"));
        await bench.ProduceAsync("a");
        await bench.Producer.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => bench.Producer.Outage is not null);

        bench.Time.Advance(TimeSpan.FromMilliseconds(49));
        Assert.Empty(bench.Stream.Taken);
        await Eventually.UntilAsync(() =>
        {
            bench.Time.Advance(TimeSpan.FromMilliseconds(51));
            return bench.Stream.Taken.Count == 1;
        });
    }

    [Fact]
    public async Task A_full_buffer_makes_the_source_wait_until_there_is_room()
    {
        await using var bench = new ProducerBench(options => options.BufferRecords = 3);
        await bench.ProduceAllAsync("1", "2", "3");

        var waiting = bench.ProduceAsync("4").AsTask();
        Assert.False(waiting.IsCompleted);
        await bench.Producer.StartAsync(Cancellation);
        await waiting;
        await bench.DrainAsync();

        Assert.Equal(["1", "2", "3", "4"], bench.Stream.Taken);
        Assert.Contains(
            "Warning: 3 records wait for the stream: the sources wait too, until there is room.", bench.Log.Lines);
        Assert.Contains("Information: There is room for records again; the sources go on.", bench.Log.Lines);
    }

    [Fact]
    public async Task The_bound_counts_bytes_too()
    {
        await using var bench = new ProducerBench(options => options.BufferBytes = 1_000);
        await bench.ProduceAsync(new string('x', 5_000));

        var waiting = bench.ProduceAsync("y").AsTask();
        Assert.False(waiting.IsCompleted);
        await bench.Producer.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => bench.Stream.Taken.Count == 2);
    }

    [Fact]
    public async Task A_stop_sends_what_was_handed_over()
    {
        await using var bench = new ProducerBench();
        bench.Stream.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await bench.ProduceAllAsync(Enumerable.Range(0, 600).Select(i => $"{i}"));
        await bench.Producer.StartAsync(Cancellation);

        var stopped = bench.Producer.StopAsync(Cancellation);
        Assert.False(stopped.IsCompleted);
        bench.Stream.Gate.SetResult();
        await stopped;

        Assert.Equal(600, bench.Stream.Taken.Count);
    }

    [Fact]
    public async Task A_stop_waits_for_a_stream_that_is_out_only_as_long_as_the_setting_says()
    {
        await using var bench = new ProducerBench(options => options.DrainTimeout = TimeSpan.FromSeconds(3));
        bench.Stream.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await bench.ProduceAllAsync("a", "b");
        await bench.Producer.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => bench.Stream.Calls.Count == 1);

        var stopped = bench.Producer.StopAsync(Cancellation);
        bench.Time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(stopped.IsCompleted);
        bench.Time.Advance(TimeSpan.FromSeconds(0.1));
        await stopped.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Contains(bench.Log.Lines, line => line.EndsWith("2 records: they are lost.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_that_may_wait_no_longer_tells_how_much_is_lost()
    {
        await using var bench = new ProducerBench();
        bench.Stream.Gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await bench.ProduceAllAsync(Enumerable.Range(0, 600).Select(i => $"{i}"));
        await bench.Producer.StartAsync(Cancellation);
        await Eventually.UntilAsync(() => bench.Stream.Calls.Count == 1);

        await bench.Producer.StopAsync(new CancellationToken(canceled: true));

        Assert.Contains(
            bench.Log.Lines, line => line.EndsWith("600 records: they are lost.", StringComparison.Ordinal));
    }
}
