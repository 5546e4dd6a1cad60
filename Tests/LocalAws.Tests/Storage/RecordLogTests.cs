using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Storage;

public sealed class RecordLogTests : IDisposable
{
    private const long MaxBytes = long.MaxValue;
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Records_come_back_numbered_in_order_with_their_timestamps()
    {
        using var log = Open();

        var first = Append(log, 1000, "a", "b");
        var second = Append(log, 2000, "c");

        using var records = log.Read(0, 100, MaxBytes);
        Assert.Equal((0, 2), (first, second));
        Assert.Equal([(0, 1000, "a"), (1, 1000, "b"), (2, 2000, "c")], List(records));
        Assert.Equal(3, records.NextNumber);
        Assert.True(records.IsAtEnd);
    }

    [Fact]
    public void Reading_starts_at_the_number_asked_for()
    {
        using var log = Open();
        Append(log, 0, "a", "b", "c");

        using var records = log.Read(1, 1, MaxBytes);

        Assert.Equal([(1, 0, "b")], List(records));
        Assert.Equal(2, records.NextNumber);
        Assert.False(records.IsAtEnd);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(8, 2)]
    [InlineData(11, 2)]
    [InlineData(12, 3)]
    public void Reading_stops_before_too_many_bytes_but_not_before_the_first_record(long maxBytes, int expected)
    {
        using var log = Open();
        Append(log, 0, "aaaa", "bbbb", "cccc");

        using var records = log.Read(0, 100, maxBytes);

        Assert.Equal(expected, records.Count);
    }

    [Fact]
    public void An_empty_log_reads_as_its_end()
    {
        using var log = Open();

        using var records = log.Read(5, 100, MaxBytes);

        Assert.Equal(0, records.Count);
        Assert.True(records.IsAtEnd);
        Assert.Equal(5, records.NextNumber);
    }

    [Fact]
    public void Every_record_is_found_by_its_number_across_segments_and_after_a_reopen()
    {
        var options = new RecordLogOptions { SegmentBytes = 200_000 };
        var payloads = Enumerable.Range(0, 3_000)
            .Select(number => new string((char)('a' + number % 26), number % 500))
            .ToList();
        using (var log = Open(options))
        {
            foreach (var batch in payloads.Chunk(37))
            {
                Append(log, 0, batch);
            }
        }

        using var reopened = Open(options);

        Assert.True(Directory.GetFiles(_directory.FullName, "*.log").Length > 3);
        for (var number = 0; number < payloads.Count; number += 7)
        {
            using var records = reopened.Read(number, 1, MaxBytes);
            Assert.Equal([(number, 0, payloads[number])], List(records));
        }

        using var all = reopened.Read(0, int.MaxValue, MaxBytes);
        Assert.Equal(payloads, List(all).Select(record => record.Payload));
    }

    [Fact]
    public void A_time_finds_the_first_record_at_or_after_it_also_when_clocks_went_back()
    {
        using var log = Open(new RecordLogOptions { SegmentBytes = 50_000 });
        var timestamps = new List<long>();
        var random = new Random(1);
        long time = 1_000_000;
        for (var i = 0; i < 500; i++)
        {
            time += random.Next(-50, 100);
            timestamps.Add(time);
            Append(log, time, new string('x', random.Next(1_000)));
        }

        for (var wanted = timestamps.Min() - 10; wanted <= timestamps.Max() + 10; wanted += 17)
        {
            var expected = timestamps.FindIndex(timestamp => timestamp >= wanted);
            Assert.Equal(expected < 0 ? timestamps.Count : expected, log.FindTime(wanted));
        }
    }

    [Fact]
    public void Trimming_removes_whole_segments_that_are_old_and_reading_goes_on_behind_them()
    {
        using var log = Open(new RecordLogOptions { SegmentBytes = 1 });
        Append(log, 1000, "a");
        Append(log, 2000, "b");
        Append(log, 3000, "c");

        log.TrimBefore(2500);

        using var records = log.Read(0, 100, MaxBytes);
        Assert.Equal(2, log.FirstNumber);
        Assert.Equal([(2, 3000, "c")], List(records));
        Assert.Single(Directory.GetFiles(_directory.FullName, "*.log"));
    }

    [Fact]
    public void Trimming_everything_keeps_the_numbers_going()
    {
        using (var log = Open())
        {
            Append(log, 1000, "a", "b");
            log.TrimBefore(5000);
        }

        using var reopened = Open();

        Assert.Equal(2, Append(reopened, 6000, "c"));
        using var records = reopened.Read(0, 100, MaxBytes);
        Assert.Equal([(2, 6000, "c")], List(records));
    }

    [Fact]
    public void A_segment_ends_when_its_first_record_is_an_hour_old()
    {
        using var log = Open(new RecordLogOptions { SegmentAge = TimeSpan.FromHours(1) });
        var hour = (long)TimeSpan.FromHours(1).TotalMilliseconds;

        Append(log, 0, "a");
        Append(log, hour - 1, "b");
        Append(log, hour, "c");

        Assert.Equal(2, Directory.GetFiles(_directory.FullName, "*.log").Length);
    }

    [Fact]
    public async Task Readers_never_see_a_gap_while_others_append_and_trim()
    {
        using var log = Open(new RecordLogOptions { SegmentBytes = 20_000 });
        var writing = Task.Run(
            () =>
            {
                for (var i = 0; i < 2_000; i++)
                {
                    Append(log, i, $"record {i}");
                    log.TrimBefore(i - 500);
                }
            },
            TestContext.Current.CancellationToken);

        long next = 0;
        while (next < 2_000)
        {
            using var records = log.Read(next, 50, MaxBytes);
            foreach (var (number, _, payload) in List(records))
            {
                Assert.Equal($"record {number}", payload);
                Assert.True(number == next || number <= log.FirstNumber, "Only trimmed records may be passed over.");
                next = number + 1;
            }
        }

        await writing;
    }

    [Fact]
    public void A_closed_log_takes_no_appends()
    {
        var log = Open();
        log.Dispose();

        Assert.Throws<ObjectDisposedException>(() => Append(log, 0, "a"));
    }

    private RecordLog Open(RecordLogOptions? options = null) =>
        RecordLog.Open(_directory.FullName, options ?? new RecordLogOptions(), NullLogger.Instance);

    internal static long Append(RecordLog log, long timestamp, params string[] payloads)
    {
        using var batch = new LogBatch();
        foreach (var payload in payloads)
        {
            batch.Add(Encoding.UTF8.GetBytes(payload));
        }

        return log.AppendAsync(batch, timestamp).GetAwaiter().GetResult();
    }

    internal static List<(long Number, long Timestamp, string Payload)> List(LogRecords records) =>
        [.. Enumerable.Range(0, records.Count).Select(
            i => (records[i].Number, records[i].Timestamp, Encoding.UTF8.GetString(records.Payload(i))))];
}
