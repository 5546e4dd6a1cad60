using System.Text;
using TelemetryAspire.LocalAws.Kinesis.Records;
using TelemetryAspire.LocalAws.Kinesis.Streams;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.Kinesis;

/// <summary>Writes up to 500 records; each is stored or fails on its own.</summary>
internal sealed class PutRecords(StreamStore streams, RecordWriter writer)
    : IOperation<PutRecordsRequest, PutRecordsResponse>
{
    private const int MaxRecords = 500;

    /// <summary>The most bytes of data and partition keys in a request.</summary>
    private const int MaxRequestBytes = 10 * 1024 * 1024;

    private static readonly CompositeFormat MemberPrefix = CompositeFormat.Parse("records.{0}.member.");

    public async ValueTask<PutRecordsResponse> InvokeAsync(
        PutRecordsRequest request,
        RequestContext context,
        CancellationToken cancellationToken)
    {
        var validation = new Validation();
        request.Validate(ref validation);
        validation.Required("records", request.Records);
        validation.Length("records", "[…]", request.Records?.Count ?? 1, 1, MaxRecords);
        validation.ThrowIfFailed();

        var records = request.Records!;
        var stream = request.Resolve(streams);
        RecordWriter.Validate(records, stream, MemberPrefix);
        if (records.Bytes.Length > MaxRequestBytes)
        {
            throw KinesisErrors.InvalidArgument("Records size exceeds 10 MB limit");
        }

        KinesisErrors.ThrowIfDryRun(request.DryRun);
        var results = await writer.WriteAsync(records, stream);
        return new PutRecordsResponse(results.FailedCount, results, stream.Metadata.EncryptionTypeIfAny);
    }
}

internal sealed record PutRecordsRequest : StreamRequest, IDisposable
{
    public RecordBatch? Records { get; init; }

    /// <inheritdoc cref="PutRecordRequest.DryRun"/>
    public bool? DryRun { get; init; }

    public void Dispose() => Records?.Dispose();
}

internal sealed record PutRecordsResponse(int FailedRecordCount, PutResults Records, string? EncryptionType);
