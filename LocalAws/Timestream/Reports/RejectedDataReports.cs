using System.Globalization;
using System.Threading.Channels;
using TelemetryAspire.LocalAws.S3;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Reports;

/// <summary>
/// Tells of the records that the magnetic store refused: in the table's MagneticStoreRejectedDataLocation, one report
/// for each request.
/// </summary>
/// <remarks>
/// The developer guide says which records these are (updates whose version is not above the stored one) and that their
/// report is written after the answer, but neither its key nor its form; both are modelled on the error report of
/// scheduled queries. Reports that wait are written before a stop ends, and lost in a crash.
/// </remarks>
internal sealed partial class RejectedDataReports(
    ObjectStore objects, TimeProvider timeProvider, ILogger<RejectedDataReports> logger) : BackgroundService
{
    /// <summary>Requests whose reports may wait: beyond, requests wait for room, so that memory stays bounded.</summary>
    private const int QueueCapacity = 256;

    private readonly Channel<RejectedData> _queue = Channel.CreateBounded<RejectedData>(
        new BoundedChannelOptions(QueueCapacity) { SingleReader = true });

    /// <summary>Has the rejections reported; a table without a location for reports loses them, as on AWS.</summary>
    public async ValueTask AddAsync(RejectedData rejected, CancellationToken cancellationToken)
    {
        if (rejected.Table.RejectedData is null)
        {
            LogLost(rejected.Rejections.Count, rejected.Table.DatabaseName, rejected.Table.TableName);
            return;
        }

        await _queue.Writer.WriteAsync(rejected, cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not ended by the stop itself: what waits then is written first.
        await foreach (var rejected in _queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            try
            {
                await WriteAsync(rejected);
            }
            catch (Exception exception) when (exception is S3Exception or IOException)
            {
                LogFailed(
                    exception, rejected.Rejections.Count, rejected.Table.DatabaseName, rejected.Table.TableName);
            }
        }
    }

    private Task WriteAsync(RejectedData rejected)
    {
        var (table, location) = (rejected.Table, rejected.Table.RejectedData!);
        var id = Guid.NewGuid();
        var prefix = location.ObjectKeyPrefix is { } given ? given.TrimEnd('/') + "/" : "";
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}{table.DatabaseName}/{table.TableName}/{timeProvider.GetUtcNow().ToUnixTimeMilliseconds()}/{id}");
        var errors = rejected.Rejections
            .GroupBy(rejection => rejection.Reason)
            .Select(group => new ReportedError(
                group.Key, [.. group.Select(rejection => ReportedRecord.Of(rejection.Record))]));
        return S3Documents.WriteAsync(
            objects,
            new ObjectAddress(location.BucketName!, key),
            new ErrorReport(id.ToString("N").ToUpperInvariant(), [.. errors]),
            ReportJsonContext.Default.ErrorReport,
            CancellationToken.None);
    }

    [LoggerMessage(
        LogLevel.Debug,
        "The magnetic store refused {Count} record(s) of {Database}.{Table}, which has no location for reports of them.")]
    private partial void LogLost(int count, string database, string table);

    [LoggerMessage(
        LogLevel.Warning,
        "The report of {Count} record(s) of {Database}.{Table} that the magnetic store refused could not be written.")]
    private partial void LogFailed(Exception exception, int count, string database, string table);
}
