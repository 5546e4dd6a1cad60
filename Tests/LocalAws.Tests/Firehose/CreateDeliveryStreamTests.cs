using System.Text.Json.Nodes;
using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;
using Microsoft.Extensions.DependencyInjection;
using TelemetryAspire.LocalAws.Firehose.Delivery;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Storage;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class CreateDeliveryStreamTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    private readonly FirehoseFixture _fixture = fixture;

    [Fact]
    public async Task A_delivery_stream_is_active_at_once_with_its_settings()
    {
        var created = await CreateAsync();

        var description = (await DescribeWithSdkAsync()).DeliveryStreamDescription;
        Assert.Equal($"arn:aws:firehose:us-east-1:000000000000:deliverystream/{Stream}", created.DeliveryStreamARN);
        Assert.Equal(created.DeliveryStreamARN, description.DeliveryStreamARN);
        Assert.Equal(DeliveryStreamStatus.ACTIVE, description.DeliveryStreamStatus);
        var destination = Assert.Single(description.Destinations).ExtendedS3DestinationDescription;
        Assert.Equal("arn:aws:s3:::" + Bucket, destination.BucketARN);
        Assert.Equal(1, destination.BufferingHints.SizeInMBs);
        Assert.Equal(CompressionFormat.UNCOMPRESSED, destination.CompressionFormat);
    }

    [Fact]
    public async Task Buffering_is_5_MiB_or_300_s_unless_given()
    {
        await CreateAsync(destination => destination.BufferingHints = null);

        var description = (await DescribeWithSdkAsync()).DeliveryStreamDescription;
        var hints = description.Destinations[0].ExtendedS3DestinationDescription.BufferingHints;
        Assert.Equal((5, 300), (hints.SizeInMBs, hints.IntervalInSeconds));
    }

    [Fact]
    public async Task One_more_than_the_quota_of_delivery_streams_is_refused()
    {
        using var data = new TemporaryDirectory();
        using var directory = DataDirectory.Open(
            new LocalAwsOptions { DataDirectory = data.FullName }, SystemDisk.Instance);
        var context = _fixture.Host.Services.GetRequiredService<DeliveryStreamContext>() with
        {
            DataDirectory = directory,
            MaxStreams = 1,
        };
        await CreateAsync();
        var definition = _fixture.Host.Services.GetRequiredService<DeliveryStreamRegistry>().Get(Stream).Definition;
        await using var streams = new DeliveryStreamRegistry(context);
        await streams.TryCreateAsync(definition, Cancellation);

        var refusal = await Assert.ThrowsAsync<AwsException>(
            () => streams.TryCreateAsync(definition with { Name = "another" }, Cancellation));
        Assert.Equal("LimitExceededException", refusal.Code);
    }

    [Fact]
    public async Task A_name_in_use_is_refused()
    {
        await CreateAsync();

        await Assert.ThrowsAsync<ResourceInUseException>(() => CreateAsync());
    }

    [Fact]
    public async Task Buffering_hints_out_of_range_are_refused()
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonKinesisFirehoseException>(() => CreateAsync(
            destination => destination.BufferingHints = new BufferingHints { SizeInMBs = 129, IntervalInSeconds = 901 }));

        Assert.Equal("ValidationException", refusal.ErrorCode);
        Assert.StartsWith("2 validation errors detected: Value '129' at ", refusal.Message);
    }

    [Theory]
    [InlineData("""{"CompressionFormat":"Snappy"}""", "CompressionFormat Snappy")]
    [InlineData("""{"CompressionFormat":"ZIP"}""", "CompressionFormat ZIP")]
    [InlineData("""{"S3BackupMode":"Enabled"}""", "S3BackupMode Enabled")]
    [InlineData("""{"S3BackupConfiguration":{}}""", "S3BackupConfiguration")]
    [InlineData("""{"DynamicPartitioningConfiguration":{"Enabled":true}}""", "DynamicPartitioningConfiguration")]
    [InlineData("""{"DataFormatConversionConfiguration":{}}""", "DataFormatConversionConfiguration")]
    [InlineData("""{"EncryptionConfiguration":{"KMSEncryptionConfig":{}}}""", "KMSEncryptionConfig")]
    [InlineData(
        """{"ProcessingConfiguration":{"Enabled":true,"Processors":[{"Type":"Lambda"}]}}""", "The processor Lambda")]
    [InlineData(
        """{"ProcessingConfiguration":{"Enabled":true,"Processors":[{"Type":"Decompression"}]}}""",
        "The processor Decompression")]
    public async Task What_is_not_available_is_refused_by_name_and_with_a_remedy(string members, string feature)
    {
        var destination = JsonNode.Parse(members)!.AsObject();
        destination["RoleARN"] = "arn:aws:iam::000000000000:role/firehose";
        destination["BucketARN"] = "arn:aws:s3:::" + Bucket;

        var (type, message) = await RefusedAsync(
            "CreateDeliveryStream", new { ExtendedS3DestinationConfiguration = destination });

        Assert.Equal("InvalidArgumentException", type);
        Assert.StartsWith($"{feature} is not available in LocalAws; ", message);
    }

    [Theory]
    [InlineData("RedshiftDestinationConfiguration", "{}", "RedshiftDestinationConfiguration is not available")]
    [InlineData("HttpEndpointDestinationConfiguration", "{}", "HttpEndpointDestinationConfiguration is not available")]
    [InlineData("MSKSourceConfiguration", "{}", "MSKSourceConfiguration is not available")]
    [InlineData("DeliveryStreamType", "\"MSKAsSource\"", "DeliveryStreamType MSKAsSource is not available")]
    public async Task Another_source_or_destination_is_refused_by_name(string member, string value, string why)
    {
        var request = new JsonObject { [member] = JsonNode.Parse(value) };

        var (type, message) = await RefusedAsync("CreateDeliveryStream", request);

        Assert.Equal("InvalidArgumentException", type);
        Assert.StartsWith(why, message);
    }

    [Fact]
    public async Task Half_of_the_buffering_hints_is_refused()
    {
        var refusal = await Assert.ThrowsAsync<InvalidArgumentException>(() => CreateAsync(
            destination => destination.BufferingHints = new BufferingHints { SizeInMBs = 5 }));

        Assert.Equal("BufferingHints needs both SizeInMBs and IntervalInSeconds, or neither.", refusal.Message);
    }

    [Theory]
    [InlineData("Nonsense", null, "ValidationException", "'extendedS3DestinationConfiguration.processingConfiguration"
        + ".processors.1.member.type' failed to satisfy constraint: Member must satisfy enum value set: ")]
    [InlineData("AppendDelimiterToRecord", "LambdaArn=x", "InvalidArgumentException", "has no parameter LambdaArn")]
    [InlineData("AppendDelimiterToRecord", "Delimiter=a;Delimiter=b", "InvalidArgumentException", "given once")]
    [InlineData("RecordDeAggregation", null, "InvalidArgumentException", "needs the parameter SubRecordType")]
    [InlineData("RecordDeAggregation", "SubRecordType=XML", "InvalidArgumentException", "JSON or DELIMITED")]
    [InlineData("RecordDeAggregation", "SubRecordType=DELIMITED", "InvalidArgumentException", "needs the parameter")]
    [InlineData("RecordDeAggregation", "SubRecordType=DELIMITED;Delimiter=##", "InvalidArgumentException", "base64")]
    [InlineData("RecordDeAggregation", "SubRecordType=JSON;Delimiter=IyM=", "InvalidArgumentException", "only with")]
    public async Task A_processor_against_the_rules_is_refused(
        string type, string? parameters, string error, string why)
    {
        var refusal = await Assert.ThrowsAnyAsync<AmazonKinesisFirehoseException>(() => CreateAsync(
            destination => destination.ProcessingConfiguration = Processors(Processor(type, parameters))));

        Assert.Equal(error, refusal.ErrorCode);
        Assert.Contains(why, refusal.Message);
    }

    [Theory]
    [InlineData("a/!{timestamp:yyyy}/", null, "ErrorOutputPrefix cannot be null")]
    [InlineData("a/!{timestamp:yyyy}/", "errors/!{timestamp:yyyy}/", "must contain the expression")]
    [InlineData("a/!{firehose:error-output-type}/", "errors/", "Prefix cannot contain")]
    [InlineData("a/!{timestamp:yyyy", null, "is not closed")]
    [InlineData("a/!{nonsense:x}/", null, "is not an expression")]
    [InlineData("a/!{partitionKeyFromQuery:k}/", null, "dynamic partitioning")]
    [InlineData("a/!{timestamp:bbbb}/", "e/", "'b'")]
    [InlineData("a/", "e/!{firehose:random-string}/", "must contain the expression")]
    public async Task A_prefix_against_the_rules_is_refused(string prefix, string? errorPrefix, string why)
    {
        var refusal = await Assert.ThrowsAsync<InvalidArgumentException>(() => CreateAsync(destination =>
        {
            destination.Prefix = prefix;
            destination.ErrorOutputPrefix = errorPrefix;
        }));

        Assert.Contains(why, refusal.Message);
    }

    private Task<DescribeDeliveryStreamResponse> DescribeWithSdkAsync() => Firehose.DescribeDeliveryStreamAsync(
        new DescribeDeliveryStreamRequest { DeliveryStreamName = Stream }, Cancellation);
}
