using Amazon.KinesisFirehose;
using Amazon.KinesisFirehose.Model;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class CreateDeliveryStreamTests(FirehoseFixture fixture) : FirehoseTest(fixture)
{
    [Fact]
    public async Task A_delivery_stream_is_active_at_once_with_its_settings()
    {
        var created = await CreateAsync();

        var description = (await DescribeAsync()).DeliveryStreamDescription;
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

        var description = (await DescribeAsync()).DeliveryStreamDescription;
        var hints = description.Destinations[0].ExtendedS3DestinationDescription.BufferingHints;
        Assert.Equal((5, 300), (hints.SizeInMBs, hints.IntervalInSeconds));
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
    [InlineData("CompressionFormat Snappy")]
    [InlineData("S3BackupMode Enabled")]
    [InlineData("DynamicPartitioningConfiguration")]
    [InlineData("The processor Lambda")]
    public async Task What_is_not_available_is_refused_by_name(string feature)
    {
        var refusal = await Assert.ThrowsAsync<InvalidArgumentException>(() => CreateAsync(destination =>
        {
            switch (feature)
            {
                case "CompressionFormat Snappy":
                    destination.CompressionFormat = CompressionFormat.Snappy;
                    break;
                case "S3BackupMode Enabled":
                    destination.S3BackupMode = S3BackupMode.Enabled;
                    break;
                case "DynamicPartitioningConfiguration":
                    destination.DynamicPartitioningConfiguration = new() { Enabled = true };
                    break;
                default:
                    destination.ProcessingConfiguration =
                        new() { Enabled = true, Processors = [new Processor { Type = ProcessorType.Lambda }] };
                    break;
            }
        }));

        Assert.Equal($"{feature} is not available in LocalAws.", refusal.Message);
    }

    [Fact]
    public async Task A_Kinesis_source_is_refused()
    {
        var request = new CreateDeliveryStreamRequest
        {
            DeliveryStreamName = Stream,
            DeliveryStreamType = DeliveryStreamType.KinesisStreamAsSource,
        };

        var refusal = await Assert.ThrowsAsync<InvalidArgumentException>(
            () => Firehose.CreateDeliveryStreamAsync(request, Cancellation));
        Assert.Contains("KinesisStreamAsSource", refusal.Message);
    }

    [Theory]
    [InlineData("a/!{timestamp:yyyy}/", null, "ErrorOutputPrefix cannot be null")]
    [InlineData("a/!{timestamp:yyyy}/", "errors/!{timestamp:yyyy}/", "must contain the expression")]
    [InlineData("a/!{firehose:error-output-type}/", "errors/", "Prefix cannot contain")]
    [InlineData("a/!{timestamp:yyyy", null, "is not closed")]
    [InlineData("a/!{nonsense:x}/", null, "is not an expression")]
    [InlineData("a/!{partitionKeyFromQuery:k}/", null, "dynamic partitioning")]
    [InlineData("a/!{timestamp:bbbb}/", "e/", "'b'")]
    public async Task A_prefix_against_the_rules_is_refused(string prefix, string? errorPrefix, string why)
    {
        var refusal = await Assert.ThrowsAsync<InvalidArgumentException>(() => CreateAsync(destination =>
        {
            destination.Prefix = prefix;
            destination.ErrorOutputPrefix = errorPrefix;
        }));

        Assert.Contains(why, refusal.Message);
    }

    private Task<DescribeDeliveryStreamResponse> DescribeAsync() => Firehose.DescribeDeliveryStreamAsync(
        new DescribeDeliveryStreamRequest { DeliveryStreamName = Stream }, Cancellation);
}
