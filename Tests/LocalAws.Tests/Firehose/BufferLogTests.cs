using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Firehose.Prefixes;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class BufferLogTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_crash_between_delivery_and_its_mark_repeats_the_same_key_and_content()
    {
        string key;
        using (var log = Open())
        {
            await log.AppendAsync(Records("1234567", "890"));
            key = log.NextToDeliver!.Key;
        }

        using var reopened = Open();

        Assert.Equal(key, reopened.NextToDeliver!.Key);
        Assert.Equal("1234567890", Content(reopened));
    }

    [Fact]
    public async Task What_is_marked_delivered_is_not_delivered_again_after_a_restart()
    {
        using (var log = Open())
        {
            await log.AppendAsync(Records("first 10 b"));
            await log.AppendAsync(Records("second10 b", "open"));
            await log.MarkDeliveredAsync(log.NextToDeliver!);
        }

        using var reopened = Open();

        Assert.Equal("second10 b", Content(reopened));
        await reopened.MarkDeliveredAsync(reopened.NextToDeliver!);
        Assert.Null(reopened.NextToDeliver);
        Assert.NotNull(reopened.Deadline);
    }

    [Fact]
    public async Task Marking_twice_skips_nothing()
    {
        using var log = Open();
        await log.AppendAsync(Records("first 10 b", "second10 b"));
        var first = log.NextToDeliver!;

        await log.MarkDeliveredAsync(first);
        await log.MarkDeliveredAsync(first);

        Assert.Equal("second10 b", Content(log));
    }

    [Fact]
    public async Task The_deadline_of_a_buffer_survives_a_restart()
    {
        var arrival = _clock.GetUtcNow();
        using (var log = Open())
        {
            await log.AppendAsync(Records("open"));
        }

        _clock.Advance(TimeSpan.FromSeconds(59));
        using var reopened = Open();

        Assert.Equal(arrival.AddSeconds(60), reopened.Deadline);
        await reopened.SealIfDueAsync();
        Assert.Null(reopened.NextToDeliver);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await reopened.SealIfDueAsync();
        Assert.Equal("open", Content(reopened));
    }

    [Fact]
    public async Task Delivered_records_leave_the_disk()
    {
        using var log = Open();
        var record = new string('x', 1_000_000);
        for (var i = 0; i < 40; i++)
        {
            await log.AppendAsync(Records(record));
            _clock.Advance(TimeSpan.FromSeconds(1));
            await log.MarkDeliveredAsync(log.NextToDeliver!);
        }

        var bytes = new DirectoryInfo(_directory.FullName).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Assert.InRange(bytes, 0, 1_000_000);
    }

    private BufferLog Open() => new(
        _directory.FullName,
        new DeliverySettings
        {
            Bucket = "lake",
            BufferBytes = 10,
            BufferInterval = TimeSpan.FromSeconds(60),
            KeyFormat = new ObjectKeyFormat("stream", "", TimeZoneInfo.Utc, ""),
            CompressesWithGzip = false,
            Delimiter = default,
        },
        _clock,
        FsyncPolicy.GroupCommit,
        NullLogger.Instance);

    private static FirehoseRecord[] Records(params string[] texts) =>
        [.. texts.Select(text => new FirehoseRecord(Encoding.UTF8.GetBytes(text)))];

    private static string Content(BufferLog log)
    {
        using var content = new MemoryStream();
        log.CopyTo(log.NextToDeliver!, content);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
