using System.Globalization;
using System.Net;
using System.Numerics;
using Amazon.Runtime;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.TestKit;

/// <summary>A Timestream client that answers WriteRecords by the documented rules, or as a test says.</summary>
/// <remarks>
/// It knows what makes two records one row by itself, and shares nothing with the code that is tested with it. Safe
/// from many threads.
/// </remarks>
public sealed class StubTimestream : AmazonTimestreamWriteClient
{
    /// <summary>Timestream API reference, WriteRecords: records in a call.</summary>
    private const int MaxRecords = 100;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Record> _rows = [];
    private readonly List<WriteRecordsRequest> _requests = [];
    private readonly List<Record> _written = [];

    /// <summary>A Timestream without rows.</summary>
    public StubTimestream()
        : base(
            new BasicAWSCredentials("test", "test"),
            new AmazonTimestreamWriteConfig { ServiceURL = "http://localhost:1" })
    {
    }

    /// <summary>Runs before the rules; throws what the service or the network would.</summary>
    public Func<WriteRecordsRequest, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What every call fails with while it is set.</summary>
    public Exception? Outage { get; set; }

    /// <summary>Why a record is rejected; null if it is not. Versions come after it.</summary>
    public Func<Record, RejectedRecord?> Reject { get; set; } = _ => null;

    /// <summary>Whether a record makes the service refuse the whole call.</summary>
    public Func<Record, bool> BreaksTheCall { get; set; } = _ => false;

    /// <summary>Every call that was made.</summary>
    public IReadOnlyList<WriteRecordsRequest> Requests => Snapshot(_requests);

    /// <summary>Every record that was written, in order, each with the common attributes merged in.</summary>
    public IReadOnlyList<Record> Written => Snapshot(_written);

    /// <summary>What the table holds.</summary>
    public IReadOnlyList<Record> Rows => Snapshot(_rows.Values);

    /// <inheritdoc/>
    public override async Task<WriteRecordsResponse> WriteRecordsAsync(
        WriteRecordsRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_gate)
        {
            _requests.Add(request);
        }

        await Before(request, cancellationToken);
        if (Outage is { } outage)
        {
            throw outage;
        }

        lock (_gate)
        {
            return Write([.. request.Records.Select(record => Unpacking.Merge(request.CommonAttributes, record))]);
        }
    }

    private WriteRecordsResponse Write(List<Record> records)
    {
        if (records.Count > MaxRecords || records.Exists(record => BreaksTheCall(record)))
        {
            throw new ValidationException("A record is not valid.");
        }

        var rejected = new List<RejectedRecord>();
        for (var i = 0; i < records.Count; i++)
        {
            if (WriteOrReject(records[i]) is { } rejection)
            {
                rejection.RecordIndex = i;
                rejected.Add(rejection);
            }
        }

        return rejected is []
            ? new WriteRecordsResponse { HttpStatusCode = HttpStatusCode.OK }
            : throw new RejectedRecordsException("One or more records have been rejected.")
            {
                RejectedRecords = rejected,
            };
    }

    private RejectedRecord? WriteOrReject(Record record)
    {
        if (Reject(record) is { } rejection)
        {
            return rejection;
        }

        var row = RowOf(record);
        if (_rows.TryGetValue(row, out var existing) && IsSuperseded(record, existing))
        {
            return new RejectedRecord
            {
                Reason = "The record version is too low.",
                ExistingVersion = existing.Version,
            };
        }

        _rows[row] = record;
        _written.Add(record);
        return null;
    }

    private static bool IsSuperseded(Record record, Record existing) =>
        existing.Version > record.Version
        || (existing.Version == record.Version && existing.MeasureValue != record.MeasureValue);

    private static string RowOf(Record record)
    {
        var dimensions = (record.Dimensions ?? [])
            .Select(dimension => $"{dimension.Name}={dimension.Value}")
            .Order(StringComparer.Ordinal);
        return string.Join('\n', [record.MeasureName, Nanoseconds(record), .. dimensions]);
    }

    /// <summary>The time in one unit, or as it is where it is no number.</summary>
    private static string? Nanoseconds(Record record)
    {
        var perUnit = record.TimeUnit?.Value switch
        {
            "SECONDS" => 1_000_000_000,
            null or "MILLISECONDS" => 1_000_000,
            "MICROSECONDS" => 1_000,
            _ => 1,
        };
        return BigInteger.TryParse(record.Time, NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? (time * perUnit).ToString(CultureInfo.InvariantCulture)
            : record.Time;
    }

    private List<T> Snapshot<T>(IEnumerable<T> items)
    {
        lock (_gate)
        {
            return [.. items];
        }
    }
}
