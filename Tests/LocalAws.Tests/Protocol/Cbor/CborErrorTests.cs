using System.Formats.Cbor;
using System.Net;
using TelemetryAspire.LocalAws.Protocol.Cbor;

namespace TelemetryAspire.LocalAws.Tests.Protocol.Cbor;

/// <summary>Bodies that are no request in CBOR, and errors in CBOR.</summary>
public sealed class CborErrorTests : IAsyncLifetime
{
    private const string PutRecords = "Kinesis_20131202.PutRecords";
    private LocalAwsHost _localAws = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _localAws = await LocalAwsHost.StartAsync();
        _client = _localAws.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _localAws.DisposeAsync();
    }

    [Fact]
    public async Task An_error_is_a_map_of_type_and_message()
    {
        var response = await _client.PostCborAsync(
            "Kinesis_20131202.DescribeStream", CborMessage.Encode(("StreamName", "absent")));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(CborMessage.ContentType, response.ContentType);
        Assert.Equal("ResourceNotFoundException", response["__type"]);
        Assert.Equal("Stream absent under account 000000000000 not found.", response["message"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("F6")] // null
    [InlineData("80")] // an array
    [InlineData("BF")] // a map without its end
    [InlineData("A1")] // the same of definite length
    [InlineData("A10102")] // a key that is a number
    [InlineData("BF6A53747265616D4E616D65616161FF")] // an odd member
    [InlineData("A26A53747265616D4E616D6561616A53747265616D4E616D656162")] // the same key twice
    [InlineData("A16A53747265616D4E616D6501")] // a number in place of text
    [InlineData("A16A53747265616D4E616D654161")] // a blob in place of text
    [InlineData("A16A53747265616D4E616D6562FFFF")] // text that is not UTF-8
    [InlineData("A16A53747265616D4E616D655B7FFFFFFFFFFFFFFF")] // a blob longer than the body
    [InlineData("A16A53747265616D4E616D65FB7FF8000000000000")] // not a number
    [InlineData("A16A53747265616D4E616D65F7")] // undefined
    [InlineData("A16A53747265616D4E616D65C24101")] // a big number
    [InlineData("A000")] // more behind the end
    [InlineData("FF")]
    [InlineData("1C")] // not well-formed
    public async Task A_body_that_is_no_request_is_a_serialization_error(string hexadecimal)
    {
        var response = await _client.PostCborAsync(PutRecords, Convert.FromHexString(hexadecimal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("SerializationException", response["__type"]);
    }

    [Theory]
    [InlineData(0x81)] // arrays in arrays
    [InlineData(0x9F)] // the same of indefinite length
    [InlineData(0xD8)] // tags in tags: their number is the next byte
    public async Task Deep_nesting_is_a_serialization_error(byte head)
    {
        var body = new byte[100_000];
        Array.Fill(body, head);

        var response = await _client.PostCborAsync(PutRecords, body);

        Assert.Equal("SerializationException", response["__type"]);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        var response = await _client.PostCborAsync(PutRecords, new byte[CborWireFormat.Instance.MaxRequestBytes + 1]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("RequestEntityTooLargeException", response["__type"]);
    }

    [Fact]
    public async Task A_body_that_would_grow_beyond_the_limit_as_JSON_is_refused()
    {
        var writer = new CborWriter();
        writer.WriteStartArray(null);
        for (var i = 0; i < 8_000_000; i++)
        {
            writer.WriteNull();
        }

        writer.WriteEndArray();
        var response = await _client.PostCborAsync(PutRecords, writer.Encode());

        Assert.Equal("RequestEntityTooLargeException", response["__type"]);
    }
}
