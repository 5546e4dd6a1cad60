using System.Collections.Immutable;
using TelemetryAspire.Benchmarks.Load;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.Benchmarks.Queries;

/// <summary>A Timestream table with many rows, written with the store's own code and no HTTP between.</summary>
/// <param name="directory">LocalAws's data directory, while no LocalAws runs on it.</param>
/// <param name="devices">How many devices there are.</param>
/// <param name="step">The time between two records of a device and measure.</param>
/// <param name="firstGroup">The first of its devices is the first of this caller of <see cref="WriteRecordsLoad"/>.</param>
internal sealed class FilledTable(string directory, int devices, TimeSpan step, int firstGroup = 0)
{
    public const string Name = "benchmark";

    /// <summary>Where LocalAws keeps its tables in its data directory.</summary>
    public const string Directory = "timestream";

    private const int RecordsPerRequest = 100;

    /// <summary>As many as share a commit at best.</summary>
    private const int RequestsInFlight = 500;

    private readonly ImmutableArray<SeriesKey> _series =
    [
        .. Enumerable.Range(0, devices)
            .Select(device => Math.DivRem(device, WriteRecordsBody.DevicesPerCaller))
            .Select(device => WriteRecordsBody.Device(firstGroup + device.Quotient, device.Remainder))
            .Select(device => SeriesKey.Create([new DimensionValue("DeviceID", device)])),
    ];

    private readonly Random _random = new(20261122);

    /// <summary>Writes the rows as they would have come: all devices and measures of one time, then those of the next.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="last">The time of the last.</param>
    public async Task FillAsync(int rows, DateTimeOffset last)
    {
        await using var store = TimestreamStore.Open(Path.Combine(directory, Directory));
        await store.ChangeCatalogAsync(Create, CancellationToken.None);
        var times = rows / (devices * WriteRecordsBody.Measures.Length);
        var records = Enumerable.Range(1 - times, times).SelectMany(number => RecordsOf(last + (step * number)));
        var table = new TableName(Name, Name);
        foreach (var requests in records.Chunk(RecordsPerRequest).Chunk(RequestsInFlight))
        {
            await Task.WhenAll(requests.Select(request => store.WriteAsync(table, request, CancellationToken.None)));
        }
    }

    private static int Create(CatalogTransaction transaction)
    {
        var now = TimeProvider.System.GetUtcNow();
        transaction.Save(new DatabaseEntry(Name, "none", now, now));
        transaction.Create(new TableEntry
        {
            Id = 0,
            DatabaseName = Name,
            TableName = Name,
            MemoryHours = 24,
            MagneticDays = 100,
            MagneticWrites = true,
            CreationTime = now,
            LastUpdatedTime = now,
        });
        return 0;
    }

    private IEnumerable<IncomingRecord> RecordsOf(DateTimeOffset time) =>
        from series in _series
        from measure in WriteRecordsBody.Measures
        select new IncomingRecord
        {
            Index = 0,
            Series = series,
            MeasureName = measure,
            Type = MeasureType.Double,
            TimeNanos = EpochNanos.From(time),
            Version = 1,
            Values = [new NamedValue("", ScalarValue.OfDouble(Math.Round(10 + (_random.NextDouble() * 90), 2)))],
        };
}
