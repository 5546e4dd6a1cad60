using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Firehose.Prefixes;
using TelemetryAspire.LocalAws.Firehose.Processing;
using TelemetryAspire.LocalAws.Firehose.Sources;
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
            await AppendAsync(log, "1234567", "890");
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
            await AppendAsync(log, "first 10 b");
            await AppendAsync(log, "second10 b", "open");
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
        await AppendAsync(log, "first 10 b", "second10 b");
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
            await AppendAsync(log, "open");
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
    public async Task What_was_buffered_under_a_clock_that_has_gone_back_since_is_due_at_once()
    {
        var present = _clock.GetUtcNow();
        _clock.Advance(TimeSpan.FromDays(60));
        using var log = Open();
        await AppendAsync(log, "open");

        _clock.AdjustTime(present);
        await log.SealIfDueAsync();

        Assert.Equal("open", Content(log));
    }

    [Fact]
    public async Task Delivered_records_leave_the_disk()
    {
        using var log = Open();
        var record = new string('x', 1_000_000);
        for (var i = 0; i < 40; i++)
        {
            await AppendAsync(log, record);
            _clock.Advance(TimeSpan.FromSeconds(1));
            await log.MarkDeliveredAsync(log.NextToDeliver!);
        }

        Assert.InRange(BytesOnDisk(), 0, 1_000_000);
    }

    [Fact]
    public async Task Records_and_error_lines_are_collected_apart()
    {
        using var log = Open();
        await AppendAsync(log, "record");
        await AppendAsync(log, BufferOutput.Errors, null, "an error line");
        await AppendAsync(log, "another");

        Assert.Equal((BufferOutput.Errors, "an error line"), (log.NextToDeliver!.Output, Content(log)));
        await log.MarkDeliveredAsync(log.NextToDeliver!);
        Assert.Equal((BufferOutput.Data, "recordanother"), (log.NextToDeliver!.Output, Content(log)));
    }

    [Fact]
    public async Task What_is_buffered_when_the_settings_change_goes_by_the_old_ones()
    {
        using var log = Open();
        await AppendAsync(log, "old");

        await log.ChangeAsync(Settings("other"), () => { });
        await AppendAsync(log, "new records");

        Assert.Equal(("lake", "old"), (log.NextToDeliver!.Bucket, Content(log)));
        await log.MarkDeliveredAsync(log.NextToDeliver!);
        Assert.Equal(("other", "new records"), (log.NextToDeliver!.Bucket, Content(log)));
    }

    [Fact]
    public async Task Settings_that_could_not_be_kept_are_not_used()
    {
        using var log = Open();

        await Assert.ThrowsAsync<IOException>(() => log.ChangeAsync(Settings("other"), () => throw new IOException()));
        await AppendAsync(log, "ten bytes.");

        Assert.Equal("lake", log.NextToDeliver!.Bucket);
    }

    [Fact]
    public async Task The_position_of_the_source_outlives_the_records_before_it()
    {
        using (var log = Open())
        {
            await AppendAsync(log, BufferOutput.Data, new ShardPosition(1, 3, 7), "ten bytes.");
            await log.MarkDeliveredAsync(log.NextToDeliver!);
            for (var i = 1; i <= 20; i++)
            {
                await AppendAsync(log, BufferOutput.Data, new ShardPosition(1, 4, i), new string('x', 1_000_000));
                await log.MarkDeliveredAsync(log.NextToDeliver!);
            }
        }

        Assert.InRange(BytesOnDisk(), 0, 18_000_000);
        using var reopened = Open();

        Assert.Equal((7, 20, 0), (Next(1, 3), Next(1, 4), Next(1, 5)));
        Assert.Equal(0, Next(streamCreatedAt: 2, 3));
        long Next(long streamCreatedAt, int shard) => reopened.Positions.Next(streamCreatedAt, shard);
    }

    [Fact]
    public async Task Appends_that_wait_for_one_another_are_all_kept()
    {
        using var log = Open();
        string[] records = [.. Enumerable.Range(0, 100).Select(i => i.ToString("D10", CultureInfo.InvariantCulture))];

        await Task.WhenAll(records.Select(record => Task.Run(() => AppendAsync(log, record))));

        Assert.Equal(100, log.SealedCount);
        var contents = new List<string>();
        while (log.NextToDeliver is { } buffer)
        {
            contents.Add(Content(log));
            await log.MarkDeliveredAsync(buffer);
        }

        Assert.Equal(records, contents.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_start_holds_a_small_part_of_what_is_buffered_in_memory()
    {
        const int Records = 64;
        var record = new string('x', 1024 * 1024);
        using (var log = Open())
        {
            for (var i = 0; i < Records; i++)
            {
                await AppendAsync(log, record);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reopened = Open();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(Records, reopened.SealedCount);
        Assert.True(allocated < Records * record.Length / 2, $"{allocated} bytes were allocated.");
    }

    [Fact]
    public async Task A_log_that_is_cut_anywhere_holds_what_its_position_has_passed()
    {
        using (var log = Open())
        {
            for (var i = 1; i <= 20; i++)
            {
                await AppendAsync(log, BufferOutput.Data, new ShardPosition(1, 0, i), "ten bytes.");
            }
        }

        var file = Directory.GetFiles(_directory.FullName, "*.log").Single();
        for (var length = new FileInfo(file).Length; length > 0; length -= 7)
        {
            using (var stream = File.Open(file, FileMode.Open))
            {
                stream.SetLength(length);
            }

            using var log = Open();
            Assert.Equal(log.Positions.Next(1, 0), RecordsIn(log));
        }
    }

    private static DeliverySettings Settings(string bucket) => new()
    {
        Bucket = bucket,
        BufferBytes = 10,
        BufferInterval = TimeSpan.FromSeconds(60),
        KeyFormat = KeyFormat("data/"),
        ErrorKeyFormat = KeyFormat("errors/"),
        CompressesWithGzip = false,
        Processing = RecordProcessing.None,
    };

    private static ObjectKeyFormat KeyFormat(string prefix) =>
        new("stream", 1, PrefixTemplate.Parse(prefix), TimeZoneInfo.Utc, "");

    private BufferLog Open() => new(
        _directory.FullName,
        Settings("lake"),
        ShardPositions.None,
        _clock,
        new RecordLogOptions(),
        NullLogger.Instance);

    private Task AppendAsync(BufferLog log, params string[] records) =>
        AppendAsync(log, BufferOutput.Data, null, records);

    private async Task AppendAsync(BufferLog log, BufferOutput output, ShardPosition? position, params string[] records)
    {
        using var batch = new EntryBatch();
        foreach (var record in records)
        {
            batch.Begin(position);
            batch.Add(output, _clock.GetUtcNow().ToUnixTimeMilliseconds(), Encoding.UTF8.GetBytes(record), []);
        }

        await log.AppendAsync(batch);
    }

    private long BytesOnDisk() => new DirectoryInfo(_directory.FullName)
        .EnumerateFiles("*", SearchOption.AllDirectories)
        .Sum(file => file.Length);

    private static long RecordsIn(BufferLog log)
    {
        var open = log.Deadline is null ? 0 : 1;
        return log.SealedCount + open;
    }

    private static string Content(BufferLog log)
    {
        using var content = new MemoryStream();
        log.CopyTo(log.NextToDeliver!, content);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
