using System.Globalization;
using Amazon.TimestreamWrite.Model;
using CsCheck;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>Random requests against a dictionary that follows the documented upsert rule.</summary>
public sealed class VersionModelTests : TimestreamTest
{
    private sealed record Write(int Device, int Millisecond, int Version, int Value);

    private static readonly Gen<Write[][]> Requests =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 4], Gen.Int[1, 3], Gen.Int[0, 1], (device, time, version, value) =>
            new Write(device, time, version, value)).Array[1, 12].Array[1, 10];

    [Fact]
    public async Task Writes_are_accepted_and_rejected_as_the_rule_says()
    {
        await CreateTableAsync();
        var run = 0;
        await Requests.SampleAsync(async requests => await CheckAsync(run++, requests), seed: "0N0XIzNsQ0O2", iter: 40, threads: 1);
    }

    /// <summary>Each run has measures of its own, so that runs do not meet.</summary>
    private async Task CheckAsync(int run, Write[][] requests)
    {
        var model = new Dictionary<(int Device, int Millisecond), (int Version, int Value)>();
        foreach (var request in requests)
        {
            var expected = request.Select((write, index) => (Existing: Apply(model, write), index))
                .Where(result => result.Existing is not null)
                .Select(result => (result.index, (long)result.Existing!.Value))
                .ToList();

            Assert.Equal(expected, await RejectionsAsync(request.Select(write => ToRecord(run, write))));
        }

        var rows = await RowsAsync(
            $"SELECT DeviceID, to_milliseconds(time), measure_value::double FROM {FullName} WHERE measure_name = 'run-{run}'");
        Assert.Equal(
            model.Select(row => (row.Key.Device, row.Key.Millisecond, (double)row.Value.Value)).Order(),
            rows.Select(row => (
                int.Parse(row[0]!, CultureInfo.InvariantCulture),
                (int)(long.Parse(row[1]!, CultureInfo.InvariantCulture) - Now.ToUnixTimeMilliseconds()),
                double.Parse(row[2]!, CultureInfo.InvariantCulture))).Order());
    }

    /// <summary>Applies a write to the model; returns the existing version when the rule rejects it.</summary>
    private static int? Apply(Dictionary<(int, int), (int Version, int Value)> model, Write write)
    {
        var key = (write.Device, write.Millisecond);
        if (model.TryGetValue(key, out var existing) && existing.Version >= write.Version)
        {
            return existing == (write.Version, write.Value) ? null : existing.Version;
        }

        model[key] = (write.Version, write.Value);
        return null;
    }

    private static Record ToRecord(int run, Write write) => Reading(
        write.Device.ToString(CultureInfo.InvariantCulture),
        $"run-{run}",
        write.Value.ToString(CultureInfo.InvariantCulture),
        Now.AddMilliseconds(write.Millisecond),
        write.Version);

    private async Task<List<(int Index, long ExistingVersion)>> RejectionsAsync(IEnumerable<Record> records)
    {
        try
        {
            await WriteAsync(records);
            return [];
        }
        catch (RejectedRecordsException exception)
        {
            return [.. exception.RejectedRecords.Select(rejected => (rejected.RecordIndex!.Value, rejected.ExistingVersion!.Value))];
        }
    }
}
