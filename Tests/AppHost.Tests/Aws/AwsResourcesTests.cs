using Amazon.Kinesis.Model;
using Amazon.KinesisFirehose.Model;
using Amazon.TimestreamWrite.Model;
using TelemetryAspire.AppHost.Aws;

namespace TelemetryAspire.AppHost.Tests.Aws;

/// <summary>The AppHost's own LocalAws and AWS resources, without the processes that use them.</summary>
public sealed class AwsResourcesTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_stream_and_the_table_are_as_documented()
    {
        await using var application = await StartAsync();
        using var clients = await ClientsAsync(application);

        var stream = await clients.Kinesis.DescribeStreamSummaryAsync(
            new DescribeStreamSummaryRequest { StreamName = "KinesisTimestreamEvents" }, Sample.Cancellation);
        var table = await clients.TimestreamWrite.DescribeTableAsync(
            new DescribeTableRequest { DatabaseName = "TimestreamDB", TableName = "TimestreamTable" },
            Sample.Cancellation);

        Assert.Equal(4, stream.StreamDescriptionSummary.OpenShardCount);
        Assert.Equal(24, table.Table.RetentionProperties.MemoryStoreRetentionPeriodInHours);
        Assert.Equal(3650, table.Table.RetentionProperties.MagneticStoreRetentionPeriodInDays);
        Assert.True(table.Table.MagneticStoreWriteProperties.EnableMagneticStoreWrites);
    }

    [Fact]
    public async Task The_delivery_stream_fills_the_lake_by_the_hour()
    {
        await using var application = await StartAsync("--Telemetry:BucketName=my-lake");
        using var clients = await ClientsAsync(application);

        var described = await clients.Firehose.DescribeDeliveryStreamAsync(
            new DescribeDeliveryStreamRequest { DeliveryStreamName = "telemetry-to-lake" }, Sample.Cancellation);

        var lake = Assert.Single(described.DeliveryStreamDescription.Destinations).ExtendedS3DestinationDescription;
        Assert.Equal("arn:aws:s3:::my-lake", lake.BucketARN);
        Assert.Equal(
            "telemetry/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/hour=!{timestamp:HH}/",
            lake.Prefix);
        Assert.Equal("errors/!{firehose:error-output-type}/", lake.ErrorOutputPrefix);
        Assert.Equal((5, 15), (lake.BufferingHints.SizeInMBs, lake.BufferingHints.IntervalInSeconds));
    }

    [Fact]
    public async Task A_second_start_on_the_same_data_leaves_everything_as_it_is()
    {
        await using (var first = await StartAsync())
        {
            Assert.Equal("Stream KinesisTimestreamEvents: created.", await first.LineAsync("aws-resources", "Stream"));
        }

        await using var second = await StartAsync();

        Assert.Equal(
            "Stream KinesisTimestreamEvents: there already.", await second.LineAsync("aws-resources", "Stream"));
        Assert.Equal(
            "Delivery stream telemetry-to-lake: there already.", await second.LineAsync("aws-resources", "Delivery"));
        Assert.Equal("Bucket telemetry-lake: there already.", await second.LineAsync("aws-resources", "Bucket"));
    }

    [Fact]
    public async Task Two_AppHosts_run_side_by_side()
    {
        using var otherData = new TemporaryFolder();
        await using var one = await StartAsync();
        await using var other = await StartOnAsync(otherData.Path);

        Assert.NotEqual(one.GetEndpoint("localaws"), other.GetEndpoint("localaws"));
    }

    private static async Task<LocalAwsClients> ClientsAsync(DistributedApplication application)
    {
        await application.UntilAsync("aws-resources", KnownResourceStates.Running);
        return new LocalAwsClients(application.GetEndpoint("localaws").ToString());
    }

    private Task<DistributedApplication> StartAsync(params string[] args) => StartOnAsync(_data.Path, args);

    private static async Task<DistributedApplication> StartOnAsync(string dataDirectory, params string[] args)
    {
        var appHost = await Sample.AppHostAsync(dataDirectory, args);
        foreach (var name in new[] { "simulator", "processor", "forwarder" })
        {
            appHost.Resources.Remove(appHost.Resources.Single(one => one.Name == name));
        }

        var application = await appHost.StartedAsync();
        await application.UntilAsync("aws-resources", KnownResourceStates.Running);
        return application;
    }
}
