using Amazon.Kinesis.Model;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class PutRecordsTests : KinesisTest
{
    [Fact]
    public async Task Results_come_in_the_order_of_the_request()
    {
        await CreateStreamAsync(shards: 4);
        var keys = Enumerable.Range(0, 100).Select(number => $"device-{number}").ToList();

        var response = await PutAsync(keys.Select(key => Entry("data of " + key, key)));

        Assert.Equal(0, response.FailedRecordCount);
        var bySequenceNumber = new Dictionary<string, string>();
        foreach (var shard in response.Records.Select(result => result.ShardId).Distinct())
        {
            foreach (var record in (await ReadAsync(await IteratorAsync("TRIM_HORIZON", shard))).Records)
            {
                bySequenceNumber.Add(record.SequenceNumber, record.PartitionKey);
            }
        }

        Assert.Equal(keys, response.Records.Select(result => bySequenceNumber[result.SequenceNumber]));
    }

    [Fact]
    public async Task Records_of_a_shard_keep_the_order_of_the_request()
    {
        await CreateStreamAsync();
        var data = Enumerable.Range(0, 500).Select(number => $"reading {number}").ToList();

        await PutAsync(data.Select((text, number) => Entry(text, $"device-{number % 7}")));

        Assert.Equal(data, await ReadAllAsync());
    }

    [Fact]
    public async Task Only_the_records_over_a_limit_fail()
    {
        await CreateStreamAsync(shards: 2);
        var full = Enumerable.Repeat(Entry("r"), 500).ToList();
        foreach (var entry in full)
        {
            entry.ExplicitHashKey = "0";
        }

        await PutAsync(full);
        await PutAsync(full);
        var other = Entry("r");
        other.ExplicitHashKey = "340282366920938463463374607431768211455";

        var response = await PutAsync([full[0], other, full[1]]);

        Assert.Equal(2, response.FailedRecordCount);
        Assert.Equal(
            ["ProvisionedThroughputExceededException", null, "ProvisionedThroughputExceededException"],
            response.Records.Select(result => result.ErrorCode));
        Assert.Equal(
            "Rate exceeded for shard shardId-000000000000 in stream readings under account 000000000000.",
            response.Records[0].ErrorMessage);
        Assert.Null(response.Records[0].SequenceNumber);
        Assert.Equal("shardId-000000000001", response.Records[1].ShardId);
    }

    [Fact]
    public async Task A_shard_takes_1_MiB_in_a_second()
    {
        await CreateStreamAsync();
        var half = new string('x', 512 * 1024 - 1);

        var response = await PutAsync([Entry(half, "k"), Entry(half, "k"), Entry("one more", "k")]);

        Assert.Equal(1, response.FailedRecordCount);
        Assert.Equal("ProvisionedThroughputExceededException", response.Records[2].ErrorCode);
    }

    [Fact]
    public async Task Without_limits_nothing_is_throttled()
    {
        await using var unlimited = await LocalAwsHost.StartAsync(Clock, "--LocalAws:EnforceLimits=false");
        using var client = CreateClient(unlimited.Url);
        await client.CreateStreamAsync(new CreateStreamRequest { StreamName = Stream, ShardCount = 1 }, Cancellation);
        var request = new PutRecordsRequest { StreamName = Stream, Records = [.. Enumerable.Repeat(Entry("r"), 500)] };

        for (var i = 0; i < 4; i++)
        {
            var response = await client.PutRecordsAsync(request, Cancellation);
            Assert.Equal(0, response.FailedRecordCount);
        }
    }

    [Theory]
    [InlineData(0, "Member must have length greater than or equal to 1")]
    [InlineData(501, "Member must have length less than or equal to 500")]
    public async Task A_request_has_1_to_500_records(int count, string expected)
    {
        await CreateStreamAsync();

        var exception = await Assert.ThrowsAsync<ValidationException>(
            () => PutAsync(Enumerable.Repeat(Entry("r"), count)));

        Assert.Equal(
            $"1 validation error detected: Value '[…]' at 'records' failed to satisfy constraint: {expected}",
            exception.Message);
    }

    [Fact]
    public async Task One_record_outside_the_constraints_refuses_the_request()
    {
        await CreateStreamAsync();

        var exception = await Assert.ThrowsAsync<ValidationException>(
            () => PutAsync([Entry("fine"), Entry("no key", "")]));

        Assert.Equal(
            "1 validation error detected: Value '' at 'records.2.member.partitionKey' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 1",
            exception.Message);
        Assert.Empty(await ReadAllAsync());
    }

    [Fact]
    public async Task A_request_of_more_than_10_MiB_is_refused()
    {
        await CreateStreamAsync(shards: 1);
        var mebibyte = new string('x', 1024 * 1024 - 1);

        var exception = await Assert.ThrowsAsync<InvalidArgumentException>(
            () => PutAsync([.. Enumerable.Repeat(Entry(mebibyte, "k"), 10), Entry("one more", "k")]));

        Assert.Equal("Records size exceeds 10 MB limit", exception.Message);
    }
}
