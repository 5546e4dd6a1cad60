using System.Net;
using Amazon.Runtime;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;

namespace TelemetryAspire.ServiceDefaults.Tests.Timestream;

/// <summary>A Timestream client that answers by the documented rules, or as a test says.</summary>
internal sealed class StubTimestream : AmazonTimestreamWriteClient
{
    private readonly Dictionary<Record, Record> _rows = new(RecordIdentity.Instance);
    private readonly List<WriteRecordsRequest> _requests = [];

    internal StubTimestream()
        : base(new BasicAWSCredentials("test", "test"), new AmazonTimestreamWriteConfig { ServiceURL = "http://localhost:1" })
    {
    }

    /// <summary>Runs before the rules; throws what the service or the network would.</summary>
    internal Func<WriteRecordsRequest, CancellationToken, Task> Before { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Whether a record is refused, and why.</summary>
    internal Func<Record, string?> RejectionOf { get; set; } = _ => null;

    /// <summary>Whether a record makes the service refuse the whole call.</summary>
    internal Func<Record, bool> BreaksTheCall { get; set; } = _ => false;

    internal IReadOnlyList<WriteRecordsRequest> Requests
    {
        get
        {
            lock (_rows)
            {
                return [.. _requests];
            }
        }
    }

    internal IReadOnlyCollection<Record> Rows
    {
        get
        {
            lock (_rows)
            {
                return [.. _rows.Values];
            }
        }
    }

    public override async Task<WriteRecordsResponse> WriteRecordsAsync(
        WriteRecordsRequest request, CancellationToken cancellationToken = default)
    {
        lock (_rows)
        {
            _requests.Add(request);
        }

        await Before(request, cancellationToken);
        lock (_rows)
        {
            return Write([.. request.Records.Select(record => Unpacking.Merge(request.CommonAttributes, record))]);
        }
    }

    private WriteRecordsResponse Write(List<Record> records)
    {
        if (records.Count > 100 || records.Exists(record => BreaksTheCall(record)))
        {
            throw new ValidationException("A record is not valid.");
        }

        var rejected = new List<RejectedRecord>();
        for (var i = 0; i < records.Count; i++)
        {
            if (Reject(records[i]) is { } rejection)
            {
                rejection.RecordIndex = i;
                rejected.Add(rejection);
            }
        }

        return rejected is []
            ? new WriteRecordsResponse { HttpStatusCode = HttpStatusCode.OK }
            : throw new RejectedRecordsException("One or more records have been rejected.") { RejectedRecords = rejected };
    }

    private RejectedRecord? Reject(Record record)
    {
        if (RejectionOf(record) is { } reason)
        {
            return new RejectedRecord { Reason = reason };
        }

        if (_rows.TryGetValue(record, out var row)
            && (row.Version > record.Version || (row.Version == record.Version && row.MeasureValue != record.MeasureValue)))
        {
            return new RejectedRecord { Reason = "The record version is too low.", ExistingVersion = row.Version };
        }

        _rows[record] = record;
        return null;
    }
}
