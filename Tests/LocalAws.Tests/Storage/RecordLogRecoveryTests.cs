using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.LocalAws.Storage;
using static TelemetryAspire.LocalAws.Tests.Storage.RecordLogTests;

namespace TelemetryAspire.LocalAws.Tests.Storage;

/// <summary>What a log makes of files that a crash left behind.</summary>
public sealed class RecordLogRecoveryTests : IDisposable
{
    private static readonly string[] Payloads = ["first", "second", "third"];
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_cut_at_any_byte_keeps_exactly_the_whole_records_before_the_cut()
    {
        var whole = WriteLog();
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(LogFile, whole[..length]);

            Assert.Equal(Payloads[..WholeRecordsIn(length)], ReadAll());
        }
    }

    [Fact]
    public void A_record_with_any_byte_changed_is_cut_off_with_what_follows()
    {
        var whole = WriteLog();
        var secondRecord = RecordFrame.HeaderBytes + Payloads[0].Length;
        var thirdRecord = secondRecord + RecordFrame.HeaderBytes + Payloads[1].Length;
        for (var position = secondRecord; position < thirdRecord; position++)
        {
            var damaged = whole.ToArray();
            damaged[position] ^= 0x40;
            File.WriteAllBytes(LogFile, damaged);

            Assert.Equal(Payloads[..1], ReadAll());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    [InlineData(5000)]
    public void Zeros_behind_the_last_record_are_cut_off(int zeros)
    {
        var whole = WriteLog();
        File.WriteAllBytes(LogFile, [.. whole, .. new byte[zeros]]);

        Assert.Equal(Payloads, ReadAll());
        Assert.Equal(whole.Length, new FileInfo(LogFile).Length);
    }

    [Fact]
    public void A_file_that_is_no_segment_is_left_alone_and_named()
    {
        WriteLog();
        var foreign = _directory.File("debug.log");
        File.WriteAllText(foreign, "somebody's notes");
        var log = new LogLines<RecordLog>();

        RecordLog.Open(_directory.FullName, new RecordLogOptions(), log).Dispose();

        Assert.Equal(Payloads, ReadAll());
        Assert.Equal("somebody's notes", File.ReadAllText(foreign));
        Assert.Contains(foreign, Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Appending_goes_on_where_the_torn_tail_was()
    {
        var whole = WriteLog();
        File.WriteAllBytes(LogFile, whole[..^1]);
        using (var log = Open())
        {
            Assert.Equal(2, Append(log, 0, "third again"));
        }

        Assert.Equal(["first", "second", "third again"], ReadAll());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_sealed_segment_whose_index_is_missing_or_damaged_is_read_again(bool damaged)
    {
        var options = new RecordLogOptions { SegmentBytes = 1 };
        using (var log = Open(options))
        {
            Array.ForEach(Payloads, payload => Append(log, 0, payload));
        }

        foreach (var index in Directory.GetFiles(_directory.FullName, "*.index"))
        {
            File.Delete(index);
            if (damaged)
            {
                File.WriteAllBytes(index, [1, 2, 3]);
            }
        }

        Assert.Equal(Payloads, ReadAll(options));
    }

    [Fact]
    public void Damage_in_a_record_that_was_intact_at_the_start_is_reported_not_skipped()
    {
        var whole = WriteLog();
        using var log = Open();
        whole[RecordFrame.HeaderBytes] ^= 1;
        using (var file = new FileStream(LogFile, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Write(whole);
        }

        var exception = Assert.Throws<InvalidDataException>(() => log.Read(0, 100, long.MaxValue).Dispose());

        Assert.Contains("damaged at byte 0", exception.Message, StringComparison.Ordinal);
    }

    private string LogFile => _directory.File("00000000000000000000.log");

    private byte[] WriteLog()
    {
        using (var log = Open())
        {
            Append(log, 0, Payloads);
        }

        return File.ReadAllBytes(LogFile);
    }

    private static int WholeRecordsIn(int length)
    {
        var count = 0;
        foreach (var payload in Payloads)
        {
            length -= RecordFrame.HeaderBytes + payload.Length;
            count += length >= 0 ? 1 : 0;
        }

        return count;
    }

    private List<string> ReadAll(RecordLogOptions? options = null)
    {
        using var log = Open(options);
        using var records = log.Read(0, 100, long.MaxValue);
        return [.. List(records).Select(record => record.Payload)];
    }

    private RecordLog Open(RecordLogOptions? options = null) =>
        RecordLog.Open(_directory.FullName, options ?? new RecordLogOptions(), NullLogger.Instance);
}
