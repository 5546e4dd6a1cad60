using System.Globalization;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.LocalAws.Tests.Timestream;

/// <summary>Writes one device's rows, new ones and newer versions of old ones, and knows what must be stored.</summary>
/// <remarks>
/// A row's value is its version. What was sent and not answered may be stored or not, so each row may have any version
/// from the last acknowledged to the last sent.
/// </remarks>
internal sealed class CrashWriter(string device, DateTimeOffset start)
{
    private const int NewRows = 30;
    private const int Overwrites = 10;

    private readonly Random _random = new(1);
    private readonly List<Row> _rows = [];

    public string Device => device;

    /// <summary>How many requests were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Writes until the connection breaks.</summary>
    public async Task WriteAsync(AmazonTimestreamWriteClient client, Action acknowledged, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = Choose();
            rows.ForEach(row => row.Sent++);
            try
            {
                await client.WriteRecordsAsync(
                    new WriteRecordsRequest
                    {
                        DatabaseName = "crash",
                        TableName = "table",
                        Records = [.. rows.Select(ToRecord)],
                    },
                    cancellationToken);
            }
            catch (HttpRequestException)
            {
                return;
            }

            rows.ForEach(row => row.Acknowledged = row.Sent);
            Acknowledged++;
            acknowledged();
        }
    }

    /// <summary>Compares what is stored of the device, versions by time, with what must and may be.</summary>
    public void Check(IReadOnlyDictionary<string, long> stored)
    {
        foreach (var row in _rows)
        {
            if (stored.TryGetValue(row.Time, out var version))
            {
                Assert.InRange(version, Math.Max(row.Acknowledged, 1), row.Sent);
            }
            else
            {
                Assert.Equal(0, row.Acknowledged);
            }
        }

        Assert.Subset(_rows.Select(row => row.Time).ToHashSet(), stored.Keys.ToHashSet());
    }

    private List<Row> Choose()
    {
        var old = Enumerable.Range(0, _rows.Count == 0 ? 0 : Overwrites)
            .Select(_ => _rows[_random.Next(_rows.Count)])
            .Distinct()
            .ToList();
        var fresh = Enumerable.Range(_rows.Count, NewRows)
            .Select(number => new Row(start.AddMilliseconds(number).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)))
            .ToList();
        _rows.AddRange(fresh);
        return [.. old, .. fresh];
    }

    private Record ToRecord(Row row) => new()
    {
        Dimensions = [new Dimension { Name = "DeviceID", Value = device }],
        MeasureName = "count",
        MeasureValue = row.Sent.ToString(CultureInfo.InvariantCulture),
        MeasureValueType = MeasureValueType.BIGINT,
        Time = row.Time,
        Version = row.Sent,
    };

    private sealed class Row(string time)
    {
        public string Time { get; } = time;

        /// <summary>The newest version that was sent.</summary>
        public long Sent { get; set; }

        /// <summary>The newest version that was acknowledged; 0 before.</summary>
        public long Acknowledged { get; set; }
    }
}
