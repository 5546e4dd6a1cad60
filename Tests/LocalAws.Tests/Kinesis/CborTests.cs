using System.Net;
using System.Text;
using TelemetryAspire.LocalAws.Tests.Protocol.Cbor;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>Kinesis in CBOR, as the AWS SDKs for Java, the KCL and Flink speak with it.</summary>
/// <remarks>Bodies in hexadecimal were written with Jackson's CBORGenerator, which these SDKs encode with.</remarks>
public sealed class CborTests : KinesisTest
{
    private HttpClient Client => field ??= LocalAws.CreateClient();

    [Fact]
    public async Task Records_that_Jackson_wrote_are_stored_and_read()
    {
        await CreateStreamAsync();

        var put = await CallCborAsync(
            "PutRecords",
            Convert.FromHexString(
                "BF675265636F7264739FBF64446174614972656164696E6720306C506172746974696F6E4B6579686465766963652D30FF"
                + "BF64446174614972656164696E6720316C506172746974696F6E4B6579686465766963652D31FFFF"
                + "6A53747265616D4E616D656872656164696E6773FF"));

        Assert.Equal(0L, put["FailedRecordCount"]);
        Assert.Equal(ShardId(0), put["Records.1.ShardId"]);
        Assert.Equal(["reading 0", "reading 1"], await ReadAllAsync());
    }

    [Fact]
    public async Task A_record_comes_back_with_its_bytes_and_the_millisecond_of_its_arrival()
    {
        await CreateStreamAsync();
        byte[] data = [0, 0xFF, 0x80, .. Encoding.UTF8.GetBytes("ü")];
        var put = await CallCborAsync("PutRecord", CborMessage.Encode(
            ("StreamName", Stream), ("PartitionKey", "Gerät"), ("Data", data)));

        var records = await CallCborAsync("GetRecords", CborMessage.Encode(
            ("ShardIterator", await IteratorAsync("TRIM_HORIZON")), ("Limit", 10)));

        Assert.Equal(data, records["Records.0.Data"]);
        Assert.Equal("Gerät", records["Records.0.PartitionKey"]);
        Assert.Equal(put["SequenceNumber"], records["Records.0.SequenceNumber"]);
        Assert.Equal(Clock.GetUtcNow(), records["Records.0.ApproximateArrivalTimestamp"]);
        Assert.Equal(0L, records["MillisBehindLatest"]);
    }

    [Fact]
    public async Task A_time_is_tag_1_with_milliseconds()
    {
        await CreateStreamAsync();
        await PutAsync("before");
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await PutAsync("after");

        // Timestamp: 2026-03-01T12:00:00.126Z.
        var iterator = await CallCborAsync(
            "GetShardIterator",
            Convert.FromHexString(
                "BF675368617264496474736861726449642D3030303030303030303030307153686172644974657261746F725479706"
                + "56C41545F54494D455354414D506A53747265616D4E616D656872656164696E67736954696D657374616D70C11B0000"
                + "019CA9450A7EFF"));

        Assert.Equal(["after"], Texts(await ReadAsync((string)iterator["ShardIterator"]!)));
    }

    [Fact]
    public async Task A_time_without_its_tag_is_milliseconds_too()
    {
        await CreateStreamAsync();
        var tooLate = Clock.GetUtcNow().ToUnixTimeMilliseconds() + 1;

        var error = await Client.PostCborAsync("Kinesis_20131202.GetShardIterator", CborMessage.Encode(
            ("StreamName", Stream),
            ("ShardId", ShardId(0)),
            ("ShardIteratorType", "AT_TIMESTAMP"),
            ("Timestamp", tooLate)));

        Assert.Contains($"timestampInMillis: {tooLate},", (string)error["message"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_text_that_Jackson_cuts_into_chunks_is_one_text()
    {
        await CreateStreamAsync();
        // "StreamName": (indefinite length) "read" "ings".
        var response = await CallCborAsync(
            "DescribeStreamSummary", Convert.FromHexString("BF6A53747265616D4E616D657F64726561646469" + "6E6773FFFF"));

        Assert.Equal(Stream, response["StreamDescriptionSummary.StreamName"]);
        Assert.Equal("NONE", response["StreamDescriptionSummary.EncryptionType"]);
        Assert.Equal(Clock.GetUtcNow(), response["StreamDescriptionSummary.StreamCreationTimestamp"]);
        Assert.IsType<long>(response["StreamDescriptionSummary.OpenShardCount"]);
    }

    [Fact]
    public async Task An_operation_without_a_response_answers_with_no_body()
    {
        var response = await Client.PostCborAsync(
            "Kinesis_20131202.CreateStream",
            Convert.FromHexString("BF6A53747265616D4E616D656872656164696E67736A5368617264436F756E7402FF"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(response.Body);
        Assert.Equal(2, (await ShardsAsync()).Count);
    }

    [Fact]
    public async Task An_empty_map_is_a_request()
    {
        await CreateStreamAsync();

        var response = await CallCborAsync("ListStreams", Convert.FromHexString("BFFF"));

        Assert.Equal(Stream, response["StreamNames.0"]);
        Assert.Equal(false, response["HasMoreStreams"]);
        Assert.Null(response["NextToken"]);
    }

    [Fact]
    public async Task A_throttled_record_says_so_in_its_place()
    {
        await CreateStreamAsync();
        var records = Enumerable.Range(0, 2)
            .Select(_ => CborMessage.Encode(("Data", new byte[600_000]), ("PartitionKey", "k")))
            .ToArray();

        var put = await CallCborAsync("PutRecords", CborMessage.Encode(("StreamName", Stream), ("Records", records)));

        Assert.Equal(1L, put["FailedRecordCount"]);
        Assert.Equal("ProvisionedThroughputExceededException", put["Records.1.ErrorCode"]);
    }

    [Fact]
    public async Task The_same_answer_comes_in_CBOR_and_in_JSON()
    {
        await CreateStreamAsync(shards: 3);
        await SplitAsync(0, "5");

        var cbor = await CallCborAsync("ListShards", CborMessage.Encode(("StreamName", Stream)));
        var json = await CallAsync("ListShards", new { StreamName = Stream });

        foreach (var (index, shard) in json.GetProperty("Shards").EnumerateArray().Index())
        {
            Assert.Equal(shard.GetProperty("ShardId").GetString(), cbor[$"Shards.{index}.ShardId"]);
            Assert.Equal(
                shard.GetProperty("HashKeyRange").GetProperty("EndingHashKey").GetString(),
                cbor[$"Shards.{index}.HashKeyRange.EndingHashKey"]);
            Assert.Equal(
                shard.TryGetProperty("ParentShardId", out var parent) ? parent.GetString() : null,
                cbor[$"Shards.{index}.ParentShardId"]);
        }
    }

    [Fact]
    public async Task The_codec_of_the_AWS_SDK_for_JavaScript_is_understood_and_understands()
    {
        await CreateStreamAsync();
        var now = Clock.GetUtcNow().ToUnixTimeMilliseconds();

        var result = await ForeignClient.NodeAsync(LocalAws.Url, "cbor.mjs", Stream, $"{now}");

        Assert.Equal(
            """{"sameNumber":true,"key":"Gerät","data":"00ff80","arrival":"""
            + $"{now},\"error\":\"ResourceNotFoundException\"}}",
            result.Trim());
    }

    private async Task<CborResponse> CallCborAsync(string operation, byte[] body)
    {
        var response = await Client.PostCborAsync("Kinesis_20131202." + operation, body);
        Assert.True(response.StatusCode == HttpStatusCode.OK, response["message"] as string);
        Assert.Equal(CborMessage.ContentType, response.ContentType);
        return response;
    }
}
