using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Google.Protobuf;
using TelemetryAspire.LocalAws.Firehose.Sources;

namespace TelemetryAspire.LocalAws.Tests.Firehose;

public sealed class KplAggregateTests
{
    [Fact]
    public void The_records_of_an_aggregate_come_in_their_order() =>
        Gen.Byte.Array[0, 300].Array[0, 20].Sample(records =>
        {
            Assert.True(KplAggregate.TryRead(Aggregate(records), out var read));
            Assert.Equal(records, read.Select(record => record.ToArray()));
        });

    [Fact]
    public void A_damaged_aggregate_is_a_plain_record() =>
        Gen.Select(Gen.Byte.Array[1, 50].Array[1, 5], Gen.Int[0, 10_000], Gen.Byte[1, 255]).Sample(
            (records, position, change) =>
            {
                var aggregate = Aggregate(records);
                aggregate[position % aggregate.Length] ^= change;

                Assert.False(KplAggregate.TryRead(aggregate, out _));
            });

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\":1}")]
    [InlineData("F3899AC2 in words")]
    public void Anything_else_is_a_plain_record(string record) =>
        Assert.False(KplAggregate.TryRead(Encoding.UTF8.GetBytes(record), out _));

    [Fact]
    public void An_aggregate_without_an_intact_message_is_a_plain_record() =>
        Assert.False(KplAggregate.TryRead(Frame([0x1A, 0x7F, 0x00]), out _));

    /// <summary>Writes records as the Kinesis Producer Library does, with keys and a tag.</summary>
    internal static byte[] Aggregate(params IEnumerable<byte[]> records)
    {
        using var message = new MemoryStream();
        using var output = new CodedOutputStream(message);
        output.WriteRawTag(0x0A);
        output.WriteString("partition key");
        output.WriteRawTag(0x12);
        output.WriteString("0");
        foreach (var record in records)
        {
            output.WriteRawTag(0x1A);
            output.WriteBytes(ByteString.CopyFrom(Record(record)));
        }

        output.Flush();
        return Frame(message.ToArray());
    }

    private static byte[] Record(byte[] data)
    {
        using var message = new MemoryStream();
        using var output = new CodedOutputStream(message);
        output.WriteRawTag(0x08);
        output.WriteUInt64(0);
        output.WriteRawTag(0x1A);
        output.WriteBytes(ByteString.CopyFrom(data));
        output.WriteRawTag(0x22);
        output.WriteBytes(ByteString.CopyFrom(0x0A, 0x01, 0x6B));
        output.Flush();
        return message.ToArray();
    }

    [SuppressMessage("Security", "CA5351", Justification = "The format has MD5.")]
    private static byte[] Frame(byte[] message) => [0xF3, 0x89, 0x9A, 0xC2, .. message, .. MD5.HashData(message)];
}
