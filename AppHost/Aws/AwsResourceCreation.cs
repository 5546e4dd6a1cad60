using System.Net;
using Amazon.Kinesis.Model;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.TimestreamWrite.Model;
using Microsoft.Extensions.Logging;
using TelemetryAspire.Telemetry;

namespace TelemetryAspire.AppHost.Aws;

/// <summary>
/// Creates what the pipeline runs on. What is there already stays as it is, so it can run at every start.
/// </summary>
/// <param name="clients">Where to create it.</param>
/// <param name="names">What to call it.</param>
/// <param name="clock">Times the retries.</param>
/// <param name="logger">Hears of each resource.</param>
internal sealed partial class AwsResourceCreation(
    LocalAwsClients clients, TelemetryOptions names, TimeProvider clock, ILogger logger)
{
    private const int Shards = 4;
    private const int MemoryStoreHours = 24;
    private const int MagneticStoreDays = 3650;
    private const int BufferSizeMib = 5;
    private const int BufferIntervalSeconds = 15;
    private const string LakePrefix =
        "telemetry/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/hour=!{timestamp:HH}/";

    private const string LakeErrorPrefix = "errors/!{firehose:error-output-type}/";

    /// <summary>LocalAws takes any role; Firehose asks for one.</summary>
    private const string LakeRole = "arn:aws:iam::000000000000:role/telemetry-firehose";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    /// <exception cref="AmazonServiceException">LocalAws refused for good, or was not there for a minute.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await EnsureAsync($"Stream {names.StreamName}", CreateStreamAsync, cancellationToken);
        await EnsureAsync($"Database {names.DatabaseName}", CreateDatabaseAsync, cancellationToken);
        await EnsureAsync($"Table {names.TableName}", CreateTableAsync, cancellationToken);
        await EnsureAsync($"Bucket {names.BucketName}", CreateBucketAsync, cancellationToken);
        await EnsureAsync($"Delivery stream {names.DeliveryStreamName}", CreateDeliveryStreamAsync, cancellationToken);
    }

    /// <summary>Whether LocalAws is only not there yet, or busy: anything else is a refusal.</summary>
    private static bool IsTransient(Exception failure) => failure switch
    {
        AmazonServiceException { InnerException: HttpRequestException } => true,
        AmazonServiceException answer => (int)answer.StatusCode >= 500 || (int)answer.StatusCode == 429,
        HttpRequestException or AmazonClientException => true,
        _ => false,
    };

    private async Task EnsureAsync(
        string what, Func<CancellationToken, Task<bool>> create, CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        while (true)
        {
            try
            {
                LogEnsured(logger, what, await create(cancellationToken) ? "created" : "there already");
                return;
            }
            catch (Exception failure) when (IsTransient(failure) && clock.GetElapsedTime(begun) < Patience)
            {
                LogRetried(logger, what, failure.Message);
                await Task.Delay(PollInterval, clock, cancellationToken);
            }
        }
    }

    private async Task<bool> CreateStreamAsync(CancellationToken cancellationToken)
    {
        var created = await TryAsync<Amazon.Kinesis.Model.ResourceInUseException>(
            () => clients.Kinesis.CreateStreamAsync(
            new CreateStreamRequest { StreamName = names.StreamName, ShardCount = Shards }, cancellationToken));
        await WaitUntilActiveAsync(
            async () =>
            {
                var described = await clients.Kinesis.DescribeStreamSummaryAsync(
                    new DescribeStreamSummaryRequest { StreamName = names.StreamName }, cancellationToken);
                return described.StreamDescriptionSummary.StreamStatus == Amazon.Kinesis.StreamStatus.ACTIVE;
            },
            cancellationToken);
        return created;
    }

    private Task<bool> CreateDatabaseAsync(CancellationToken cancellationToken) =>
        TryAsync<ConflictException>(() => clients.TimestreamWrite.CreateDatabaseAsync(
            new CreateDatabaseRequest { DatabaseName = names.DatabaseName }, cancellationToken));

    private Task<bool> CreateTableAsync(CancellationToken cancellationToken) =>
        TryAsync<ConflictException>(() => clients.TimestreamWrite.CreateTableAsync(
            new CreateTableRequest
            {
                DatabaseName = names.DatabaseName,
                TableName = names.TableName,
                RetentionProperties = new RetentionProperties
                {
                    MemoryStoreRetentionPeriodInHours = MemoryStoreHours,
                    MagneticStoreRetentionPeriodInDays = MagneticStoreDays,
                },
                MagneticStoreWriteProperties = new MagneticStoreWriteProperties { EnableMagneticStoreWrites = true },
            },
            cancellationToken));

    /// <summary>Asks first: in us-east-1, creating a bucket of one's own again is answered as the first time.</summary>
    private async Task<bool> CreateBucketAsync(CancellationToken cancellationToken)
    {
        try
        {
            await clients.S3.HeadBucketAsync(
                new HeadBucketRequest { BucketName = names.BucketName }, cancellationToken);
            return false;
        }
        catch (AmazonS3Exception absent) when (absent.StatusCode == HttpStatusCode.NotFound)
        {
            await clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = names.BucketName }, cancellationToken);
            return true;
        }
    }

    private async Task<bool> CreateDeliveryStreamAsync(CancellationToken cancellationToken)
    {
        var created = await TryAsync<Amazon.KinesisFirehose.Model.ResourceInUseException>(
            () => clients.Firehose.CreateDeliveryStreamAsync(DeliveryStream(), cancellationToken));
        await WaitUntilActiveAsync(
            async () =>
            {
                var described = await clients.Firehose.DescribeDeliveryStreamAsync(
                    new DescribeDeliveryStreamRequest { DeliveryStreamName = names.DeliveryStreamName },
                    cancellationToken);
                return described.DeliveryStreamDescription.DeliveryStreamStatus == DeliveryStreamStatus.ACTIVE;
            },
            cancellationToken);
        return created;
    }

    private CreateDeliveryStreamRequest DeliveryStream() => new()
    {
        DeliveryStreamName = names.DeliveryStreamName,
        DeliveryStreamType = DeliveryStreamType.DirectPut,
        ExtendedS3DestinationConfiguration = new ExtendedS3DestinationConfiguration
        {
            RoleARN = LakeRole,
            BucketARN = $"arn:aws:s3:::{names.BucketName}",
            Prefix = LakePrefix,
            ErrorOutputPrefix = LakeErrorPrefix,
            BufferingHints =
                new BufferingHints { SizeInMBs = BufferSizeMib, IntervalInSeconds = BufferIntervalSeconds },
        },
    };

    /// <returns>Whether it was created; false when it was there already, which the exception says.</returns>
    private static async Task<bool> TryAsync<TExists>(Func<Task> create)
        where TExists : AmazonServiceException
    {
        try
        {
            await create();
            return true;
        }
        catch (TExists)
        {
            return false;
        }
    }

    private async Task WaitUntilActiveAsync(Func<Task<bool>> isActive, CancellationToken cancellationToken)
    {
        while (!await isActive())
        {
            await Task.Delay(PollInterval, clock, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{What}: {Outcome}.")]
    private static partial void LogEnsured(ILogger logger, string what, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{What}: not yet, LocalAws answered: {Error}")]
    private static partial void LogRetried(ILogger logger, string what, string error);
}
