using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

/// <summary>A client nobody here wrote, over HTTP/2 as it comes: the AWS SDK for JavaScript.</summary>
public sealed class JavaScriptConsumerTests
{
    [Fact]
    public async Task A_subscription_pushes_each_record_as_it_is_put_and_the_next_one_goes_on_after_it()
    {
        await using var host = await LocalAwsHost.StartAsync();

        var result = JsonElement.Parse(await ForeignClient.NodeAsync(host.Url, "consumer.mjs"));

        Assert.Equal("SUCCESS", result.GetProperty("waited").GetString());
        Assert.Equal(["readings"], Texts(result, "streams"));
        Assert.Equal(["1", "2", "3"], Texts(result, "first"));
        Assert.Equal(["4", "5"], Texts(result, "second"));
    }

    private static IEnumerable<string?> Texts(JsonElement result, string name) =>
        result.GetProperty(name).EnumerateArray().Select(text => text.GetString());
}
