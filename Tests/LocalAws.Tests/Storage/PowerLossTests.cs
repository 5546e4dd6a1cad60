using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.LocalAws.Storage;
using static TelemetryAspire.LocalAws.Tests.Storage.RecordLogTests;

namespace TelemetryAspire.LocalAws.Tests.Storage;

public sealed class PowerLossTests
{
    private const int Rounds = 30;

    [Theory]
    [InlineData(nameof(FsyncPolicy.GroupCommit))]
    [InlineData(nameof(FsyncPolicy.EveryWrite))]
    public async Task Losing_power_in_the_middle_of_appends_loses_no_acknowledged_record(string policy)
    {
        for (var seed = 1; seed <= Rounds; seed++)
        {
            using var before = new TemporaryDirectory();
            using var after = new TemporaryDirectory();
            var disk = new PowerLossDisk();
            var random = new Random(seed);
            var options = new RecordLogOptions { Disk = disk, Fsync = Enum.Parse<FsyncPolicy>(policy), SegmentBytes = 100_000 };
            using var log = RecordLog.Open(before.FullName, options, NullLogger.Instance);
            var acknowledged = await AppendAsync(log, random);
            disk.CopyAsAfterPowerLoss(before.FullName, after.FullName, random);

            using var survived = RecordLog.Open(after.FullName, new RecordLogOptions(), NullLogger.Instance);
            using var records = survived.Read(0, int.MaxValue, long.MaxValue);
            var found = List(records).ToDictionary(record => record.Number, record => record.Payload);

            Assert.NotEmpty(acknowledged);
            Assert.All(acknowledged, record => Assert.Equal(record.Value, found[record.Key]));
            Assert.Equal(found.Keys.Order(), found.Keys);
        }
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
