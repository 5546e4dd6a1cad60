using System.Collections.Concurrent;
using Amazon;
using Amazon.Runtime;
using Amazon.TimestreamWrite;
using Amazon.TimestreamWrite.Model;
using Record = Amazon.TimestreamWrite.Model.Record;

namespace TelemetryAspire.Processor.Tests;

/// <summary>A Timestream that answers as it is told, record by record, and keeps what was written.</summary>
internal sealed class StubTimestream : AmazonTimestreamWriteClient
{
    internal StubTimestream()
        : base(new BasicAWSCredentials("test", "test"), RegionEndpoint.USEast1)
    {
    }

    /// <summary>Why a record is rejected; null if it is not.</summary>
    internal Func<Record, RejectedRecord?> Reject { get; set; } = _ => null;

    /// <summary>What every call fails with, if anything.</summary>
    internal Exception? Outage { get; set; }

    /// <summary>The records that were written, each with the common attributes merged in.</summary>
    internal ConcurrentQueue<Record> Written { get; } = [];

    public override Task<WriteRecordsResponse> WriteRecordsAsync(
        WriteRecordsRequest request, CancellationToken cancellationToken = default)
    {
        if (Outage is not null)
        {
            return Task.FromException<WriteRecordsResponse>(Outage);
        }

        List<RejectedRecord> rejections = [];
        for (var i = 0; i < request.Records.Count; i++)
        {
            var record = Merge(request.CommonAttributes, request.Records[i]);
            if (Reject(record) is { } rejection)
            {
                rejection.RecordIndex = i;
                rejections.Add(rejection);
            }
            else
            {
                Written.Enqueue(record);
            }
        }

        return rejections.Count == 0
            ? Task.FromResult(new WriteRecordsResponse())
            : Task.FromException<WriteRecordsResponse>(new RejectedRecordsException("Some.") { RejectedRecords = rejections });
    }

    private static Record Merge(Record? common, Record own) => new()
    {
        Dimensions = [.. common?.Dimensions ?? [], .. own.Dimensions ?? []],
        MeasureName = own.MeasureName ?? common?.MeasureName,
        MeasureValue = own.MeasureValue ?? common?.MeasureValue,
        MeasureValueType = own.MeasureValueType ?? common?.MeasureValueType,
        Time = own.Time ?? common?.Time,
        TimeUnit = own.TimeUnit ?? common?.TimeUnit,
        Version = own.Version ?? common?.Version,
    };
}
