using System.Text;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>Data Firehose as clients nobody here wrote see it.</summary>
public sealed class FirehoseScenarioTests(FirehoseScenario scenario)
    : ScenarioTests(scenario), IClassFixture<FirehoseScenario>
{
    private readonly FirehoseScenario _scenario = scenario;

    protected override string Service => "Firehose";

    /// <summary>Buffering for less than a minute is younger than Debian's releases.</summary>
    protected override string[] Younger => ["CreateWithoutBuffering", "CreateWithSource"];

    [Theory, EveryClient]
    public async Task A_delivery_stream_is_described_as_it_was_made(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);
        const string Description = "DescribeDeliveryStream.DeliveryStreamDescription";
        const string Destination = $"{Description}.Destinations.0.ExtendedS3DestinationDescription";

        Assert.Equal("ACTIVE", answers[$"{Description}.DeliveryStreamStatus"]);
        Assert.Equal("DirectPut", answers[$"{Description}.DeliveryStreamType"]);
        Assert.Equal("data/", answers[$"{Destination}.Prefix"]);
        Assert.Equal("60", answers[$"{Destination}.BufferingHints.IntervalInSeconds"]);
        Assert.Equal("GZIP", answers[$"{Destination}.CompressionFormat"]);
        Assert.Equal("to-lake", answers["ListDeliveryStreams.DeliveryStreamNames.0"]);
    }

    [Theory, EveryClient]
    public async Task Records_are_taken_one_by_one_and_in_batches(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.NotEmpty(answers["PutRecord.RecordId"]!);
        Assert.Equal("0", answers["PutRecordBatch.FailedPutCount"]);
        Assert.Equal(2, answers.Items("PutRecordBatch.RequestResponses").Count);
    }

    [Theory, EveryClient]
    public async Task A_record_is_delivered_at_once_with_its_delimiter(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        if (answers.Know("CreateWithoutBuffering"))
        {
            Assert.Equal("reading 4\n", Encoding.UTF8.GetString(answers.Bytes("GetObject.Body")));
        }
    }

    [Theory, EveryClient]
    public async Task A_record_of_a_source_stream_is_delivered_and_a_direct_one_refused(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        if (answers.Know("CreateWithSource"))
        {
            Assert.Equal("reading 5", Encoding.UTF8.GetString(answers.Bytes("ObjectFromStream.Body")));
            Assert.Equal("InvalidArgumentException", answers["PutPastTheSource.Error.Code"]);
        }
    }

    [Theory, EveryClient]
    public async Task Tags_are_set_and_taken_away(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("field", answers["ListTagsForDeliveryStream.Tags.0.Value"]);
        Assert.Equal("stage", Assert.Single(answers.Items("TagsAfterwards.Tags")).GetProperty("Key").GetString());
    }

    [Theory, EveryClient]
    public async Task Encryption_is_reported(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);
        const string Configuration = "DeliveryStreamDescription.DeliveryStreamEncryptionConfiguration";

        Assert.Equal("ENABLED", answers[$"Encrypted.{Configuration}.Status"]);
        Assert.Equal("AWS_OWNED_CMK", answers[$"Encrypted.{Configuration}.KeyType"]);
        Assert.Equal("DISABLED", answers[$"NotEncrypted.{Configuration}.Status"]);
    }

    [Theory, EveryClient]
    public async Task An_updated_destination_keeps_what_was_not_named_and_raises_the_version(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);
        const string Destination = "Updated.DeliveryStreamDescription.Destinations.0.ExtendedS3DestinationDescription";

        Assert.Equal("newer/", answers[$"{Destination}.Prefix"]);
        Assert.Equal("GZIP", answers[$"{Destination}.CompressionFormat"]);
        Assert.NotEqual(
            answers["NotEncrypted.DeliveryStreamDescription.VersionId"],
            answers["Updated.DeliveryStreamDescription.VersionId"]);
    }

    [Theory, EveryClient]
    public async Task A_refusal_is_the_error_that_the_client_knows(ScenarioClient client)
    {
        var answers = await _scenario.RunAsync(client);

        Assert.Equal("ResourceInUseException", answers["CreateAgain.Error.Code"]);
        Assert.Equal("InvalidArgumentException", answers["CreateUnavailable.Error.Code"]);
        Assert.Contains("HADOOP_SNAPPY", answers["CreateUnavailable.Error.Message"]);
        Assert.Equal("ResourceNotFoundException", answers["DescribeAbsent.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["PutToAbsent.Error.Code"]);
        Assert.Equal("ResourceNotFoundException", answers["Deleted.Error.Code"]);
    }
}
