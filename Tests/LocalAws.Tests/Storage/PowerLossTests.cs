using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.LocalAws.Storage;
using static TelemetryAspire.LocalAws.Tests.Storage.RecordLogTests;

namespace TelemetryAspire.LocalAws.Tests.Storage;

public sealed class PowerLossTests
{
    private const int Rounds = 30;
    private const int RoundsOfEachStep = 8;

    [Theory]
    [InlineData(nameof(FsyncPolicy.GroupCommit))]
    [InlineData(nameof(FsyncPolicy.EveryWrite))]
    public async Task Losing_power_in_the_middle_of_appends_loses_no_acknowledged_record(string policy)
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            using var before = new TemporaryDirectory();
            using var after = new TemporaryDirectory();
            using var disk = new PowerLossDisk(before.FullName);
            var random = new Random(seed);
            var options = new RecordLogOptions { Disk = disk, Fsync = Enum.Parse<FsyncPolicy>(policy), SegmentBytes = 100_000 };
            using var log = RecordLog.Open(before.FullName, options, NullLogger.Instance);
            var acknowledged = await AppendAsync(log, random);
            disk.CopyAsAfterPowerLoss(after.FullName, random);

            using var survived = RecordLog.Open(after.FullName, new RecordLogOptions(), NullLogger.Instance);
            using var records = survived.Read(0, int.MaxValue, long.MaxValue);
            var found = List(records).ToDictionary(record => record.Number, record => record.Payload);

            Assert.NotEmpty(acknowledged);
            Assert.All(acknowledged, record => Assert.Equal(record.Value, found[record.Key]));
            Assert.Equal(found.Keys.Order(), found.Keys);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Losing_power_at_any_step_of_a_repair_loses_neither_an_intact_record_nor_the_damaged_one(
        bool sealedSegment)
    {
        for (var steps = 0; ; steps++)
        {
            var isRepaired = false;
            for (var seed = 1; seed <= RoundsOfEachStep; seed++)
            {
                using var before = new TemporaryDirectory();
                using var after = new TemporaryDirectory();
                using var disk = new PowerLossDisk(before.FullName);
                WriteDamaged(before.FullName, sealedSegment);
                disk.FlushDirectory(before.FullName);
                disk.FailAfter(steps);
                isRepaired = TryOpen(before.FullName, disk);
                disk.CopyAsAfterPowerLoss(after.FullName, new Random(seed));

                Assert.True(TryOpen(after.FullName, SystemDisk.Instance));

                Assert.Equal(["first", "third"], TextsIn(after.FullName));
                Assert.Single(Directory.GetFiles(after.FullName, "*.damaged-*"));
            }

            if (isRepaired)
            {
                Assert.True(steps > 3, "The power never failed while there was something to repair.");
                return;
            }
        }
    }

    /// <summary>Three records, of which the second is damaged: behind it the third, in the same file or the next.</summary>
    private static void WriteDamaged(string directory, bool sealedSegment)
    {
        var options = new RecordLogOptions { SegmentBytes = sealedSegment ? 1 : long.MaxValue };
        using (var log = RecordLog.Open(directory, options, NullLogger.Instance))
        {
            foreach (var text in (string[])["first", "second", "third"])
            {
                Append(log, 0, text);
            }
        }

        var path = Directory.GetFiles(directory, "*.log").Order().ElementAt(sealedSegment ? 1 : 0);
        var bytes = File.ReadAllBytes(path);
        bytes[sealedSegment ? ^1 : bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
        foreach (var index in Directory.GetFiles(directory, "*.index"))
        {
            File.Delete(index);
        }
    }

    private static bool TryOpen(string directory, IDisk disk)
    {
        try
        {
            RecordLog.Open(directory, new RecordLogOptions { Disk = disk }, NullLogger.Instance).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static List<string> TextsIn(string directory)
    {
        using var log = RecordLog.Open(directory, new RecordLogOptions(), NullLogger.Instance);
        using var records = log.Read(0, int.MaxValue, long.MaxValue);
        return [.. List(records).Select(record => record.Payload)];
    }

    /// <summary>Begins many appends and leaves some of them under way.</summary>
    /// <returns>The records that were acknowledged, by number.</returns>
    private static async Task<Dictionary<long, string>> AppendAsync(RecordLog log, Random random)
    {
        var acknowledged = new Dictionary<long, string>();
        var appends = Enumerable.Range(0, 200).Select(batch => AppendAsync(log, batch, random.Next(3_000))).ToList();
        for (var count = random.Next(5, 150); count > 0; count--)
        {
            var append = await Task.WhenAny(appends);
            appends.Remove(append);
            var (number, text) = await append;
            acknowledged.Add(number, text);
        }

        return acknowledged;
    }

    private static async Task<(long Number, string Text)> AppendAsync(RecordLog log, int batch, int length)
    {
        var text = batch.ToString(CultureInfo.InvariantCulture).PadRight(length + 3, '.');
        using var payloads = new LogBatch();
        payloads.Add(Encoding.UTF8.GetBytes(text));
        return (await log.AppendAsync(payloads, timestamp: 0), text);
    }
}
