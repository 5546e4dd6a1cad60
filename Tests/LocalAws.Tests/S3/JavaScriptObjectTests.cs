using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.S3;

/// <summary>A client nobody here wrote: the AWS SDK for JavaScript, with its uploader and its presigner.</summary>
public sealed class JavaScriptObjectTests
{
    [Fact]
    public async Task A_stream_is_uploaded_in_parts_and_a_presigned_URL_writes_and_reads()
    {
        await using var host = await LocalAwsHost.StartAsync();

        var result = JsonElement.Parse(await ForeignClient.NodeAsync(host.Url, "objects.mjs"));

        Assert.Equal(3, result.GetProperty("parts").GetInt32());
        Assert.EndsWith("-3\"", result.GetProperty("eTag").GetString());
        Assert.True(result.GetProperty("same").GetBoolean());
        Assert.Equal(200, result.GetProperty("put").GetInt32());
        Assert.Equal("from anyone", result.GetProperty("got").GetString());
        Assert.Equal(11, result.GetProperty("length").GetInt32());
    }
}
