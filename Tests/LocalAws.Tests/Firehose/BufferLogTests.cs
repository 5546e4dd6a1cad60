using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Firehose.Contracts;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Firehose.Prefixes;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class BufferLogTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_crash_between_delivery_and_its_mark_repeats_the_same_key_and_content()
    {
        string key;
        using (var log = Open())
        {
            log.Append(Records("1234567", "890"));
            key = log.NextToDeliver!.Key;
        }

        using var reopened = Open();

        Assert.Equal(key, reopened.NextToDeliver!.Key);
        Assert.Equal("1234567890", Content(reopened));
    }

    [Fact]
    public void What_is_marked_delivered_is_not_delivered_again_after_a_restart()
    {
        using (var log = Open())
        {
            log.Append(Records("first 10 b"));
            log.Append(Records("second10 b", "open"));
            log.MarkDelivered(log.NextToDeliver!);
        }

        using var reopened = Open();

        Assert.Equal("second10 b", Content(reopened));
        reopened.MarkDelivered(reopened.NextToDeliver!);
        Assert.Null(reopened.NextToDeliver);
        Assert.NotNull(reopened.Deadline);
    }

    [Fact]
    public void Marking_twice_skips_nothing()
    {
        using var log = Open();
        log.Append(Records("first 10 b", "second10 b"));
        var first = log.NextToDeliver!;

        log.MarkDelivered(first);
        log.MarkDelivered(first);

        Assert.Equal("second10 b", Content(log));
    }

    [Fact]
    public void The_deadline_of_a_buffer_survives_a_restart()
    {
        var arrival = _clock.GetUtcNow();
        using (var log = Open())
        {
            log.Append(Records("open"));
        }

        _clock.Advance(TimeSpan.FromSeconds(59));
        using var reopened = Open();

        Assert.Equal(arrival.AddSeconds(60), reopened.Deadline);
        reopened.SealIfDue();
        Assert.Null(reopened.NextToDeliver);
        _clock.Advance(TimeSpan.FromSeconds(1));
        reopened.SealIfDue();
        Assert.Equal("open", Content(reopened));
    }

    [Fact]
    public void Delivered_records_leave_the_disk()
    {
        using var log = Open();
        var record = new string('x', 1_000_000);
        for (var i = 0; i < 40; i++)
        {
            log.Append(Records(record));
            _clock.Advance(TimeSpan.FromSeconds(1));
            log.MarkDelivered(log.NextToDeliver!);
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
