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
    public void A_record_with_any_byte_changed_is_set_aside_and_what_follows_is_kept()
    {
        var whole = WriteLog();
        var secondRecord = RecordFrame.HeaderBytes + Payloads[0].Length;
        var thirdRecord = secondRecord + RecordFrame.HeaderBytes + Payloads[1].Length;
        for (var position = secondRecord; position < thirdRecord; position++)
        {
            Directory.Delete(_directory.FullName, recursive: true);
            Directory.CreateDirectory(_directory.FullName);
            var damaged = whole.ToArray();
            damaged[position] ^= 0x40;
            File.WriteAllBytes(LogFile, damaged);

            Assert.Equal(["first", "third"], ReadAll());

            Assert.Equal(damaged[secondRecord..thirdRecord], File.ReadAllBytes($"{LogFile}.damaged-{secondRecord}"));
            Assert.Equal(["first", "third"], ReadAll());
        }
    }

    [Fact]
    public void Damage_is_not_called_an_interrupted_write()
    {
        var whole = WriteLog();
        whole[RecordFrame.HeaderBytes] ^= 1;
        File.WriteAllBytes(LogFile, whole);

        var lines = OpenAndClose();

        Assert.Equal(2, lines.Count);
        Assert.Contains("is damaged from byte 0 to byte 29", lines[0], StringComparison.Ordinal);
        Assert.Contains("Records 0 to 0 are missing", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_torn_tail_is_reported_as_an_interrupted_write()
    {
        File.WriteAllBytes(LogFile, WriteLog()[..^1]);

        var line = Assert.Single(OpenAndClose());

        Assert.Contains("Cut 28 bytes of an interrupted write", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_segment_that_is_missing_or_empty_between_others_is_reported_and_the_others_are_kept(bool emptied)
    {
        WriteSegments();
        var second = _directory.File("00000000000000000001.log");
        File.Delete(second);
        if (emptied)
        {
            File.WriteAllBytes(second, []);
        }

        Assert.Contains("Records 1 to 1 are missing", Assert.Single(OpenAndClose()), StringComparison.Ordinal);
        Assert.Equal(["first", "third"], ReadAll());
    }

    [Fact]
    public void Damage_at_the_end_of_a_segment_with_a_successor_is_set_aside()
    {
        WriteSegments();
        var second = _directory.File("00000000000000000001.log");
        var bytes = File.ReadAllBytes(second);
        File.WriteAllBytes(second, bytes[..^1]);

        var lines = OpenAndClose();

        Assert.Contains("is damaged from byte 0 to byte 29", lines[0], StringComparison.Ordinal);
        Assert.Contains("Records 1 to 1 are missing", lines[1], StringComparison.Ordinal);
        Assert.Equal(bytes[..^1], File.ReadAllBytes(second + ".damaged-0"));
        Assert.Equal(["first", "third"], ReadAll());
    }

    [Fact]
    public void A_crash_while_damage_is_set_aside_loses_nothing_and_repeats_nothing()
    {
        var damaged = WriteLog();
        damaged[RecordFrame.HeaderBytes + Payloads[0].Length] ^= 1;
        File.WriteAllBytes(LogFile, damaged);
        OpenAndClose();
        // What the crash kept from happening: the damaged segment being cut.
        File.WriteAllBytes(LogFile, damaged);
        File.Delete(_directory.File("00000000000000000000.index"));

        Assert.Equal(["first", "third"], ReadAll());
        Assert.Equal(["first", "third"], ReadAll());
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
        var lines = OpenAndClose();

        Assert.Equal(Payloads, ReadAll());
        Assert.Equal("somebody's notes", File.ReadAllText(foreign));
        Assert.Contains(foreign, Assert.Single(lines), StringComparison.Ordinal);
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

    [Fact]
    public void A_restart_repairs_a_sealed_segment_that_was_found_damaged()
    {
        WriteSegments();
        using (var log = Open())
        {
            var second = _directory.File("00000000000000000001.log");
            var bytes = File.ReadAllBytes(second);
            bytes[^1] ^= 1;
            using (var file = new FileStream(second, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                file.Write(bytes);
            }

            Assert.Throws<InvalidDataException>(() => log.Read(0, 100, long.MaxValue).Dispose());
        }

        Assert.Equal(["first", "third"], ReadAll());
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

    /// <summary>A segment for each of the payloads.</summary>
    private void WriteSegments()
    {
        using var log = Open(new RecordLogOptions { SegmentBytes = 1 });
        Array.ForEach(Payloads, payload => Append(log, 0, payload));
    }

    /// <summary>What opening the log reports.</summary>
    private List<string> OpenAndClose()
    {
        var log = new LogLines<RecordLog>();
        RecordLog.Open(_directory.FullName, new RecordLogOptions(), log).Dispose();
        return [.. log.Lines];
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
