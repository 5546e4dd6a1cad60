using System.Net;
using TelemetryAspire.LocalAws.Tests.Protocol;
using TelemetryAspire.LocalAws.Tests.Protocol.Cbor;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>SubscribeToShard in CBOR: the frames stay, their payloads change.</summary>
public sealed class CborSubscriptionTests : SubscriptionTest
{
    [Fact]
    public async Task The_events_of_a_request_in_CBOR_are_in_CBOR()
    {
        var consumer = await CreateConsumerAsync();
        await PutAsync("one");

        await using var frames = await OpenAsync(consumer);
        var initial = (await EventStreamMessage.ReadAsync(frames, Cancellation))!;
        var message = (await EventStreamMessage.ReadAsync(frames, Cancellation))!;

        Assert.Empty((Dictionary<string, object?>)CborMessage.Decode(initial.Payload)!);
        Assert.Equal(CborMessage.ContentType, message.Headers[":content-type"]);
        var shardEvent = new CborResponse(HttpStatusCode.OK, null, message.Payload);
        Assert.Equal("one"u8.ToArray(), shardEvent["Records.0.Data"]);
        Assert.Equal(Clock.GetUtcNow(), shardEvent["Records.0.ApproximateArrivalTimestamp"]);
        Assert.Equal(shardEvent["Records.0.SequenceNumber"], shardEvent["ContinuationSequenceNumber"]);
        Assert.Null(shardEvent["ChildShards"]);
    }

    [Fact]
    public async Task An_exception_is_in_CBOR_too()
    {
        var consumer = await CreateConsumerAsync();
        await using var frames = await OpenAsync(consumer);
        await EventStreamMessage.ReadAsync(frames, Cancellation);
        await EventStreamMessage.ReadAsync(frames, Cancellation);

        await CallAsync("DeregisterStreamConsumer", new { ConsumerARN = consumer });
        var message = (await EventStreamMessage.ReadAsync(frames, Cancellation))!;

        Assert.Equal("ResourceNotFoundException", message.Name);
        var error = new CborResponse(HttpStatusCode.OK, null, message.Payload);
        Assert.Equal($"Consumer {consumer}, account 000000000000 not found.", error["message"]);
    }

    private async Task<Stream> OpenAsync(string consumer)
    {
        var request = CborMessage.RequestOf("Kinesis_20131202.SubscribeToShard", CborMessage.Encode(
            ("ConsumerARN", consumer),
            ("ShardId", ShardId(0)),
            ("StartingPosition", new ReadOnlyMemory<byte>(CborMessage.Encode(("Type", "TRIM_HORIZON"))))));
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStreamAsync(Cancellation);
    }
}
