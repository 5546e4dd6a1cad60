namespace TelemetryAspire.LocalAws.Tests.S3;

public sealed class ExpectContinueTests(S3Fixture fixture) : S3Test(fixture)
{
    [Fact]
    public async Task An_answer_in_place_of_100_continue_ends_the_connection()
    {
        using var empty = await PutAsync("empty", []);
        using var refused = await PutAsync("refused", [1], request => request.Headers.IfMatch.Add(new("\"absent\"")));

        Assert.True(empty.Headers.ConnectionClose);
        Assert.True(refused.Headers.ConnectionClose);
    }

    [Fact]
    public async Task An_answer_after_100_continue_keeps_the_connection()
    {
        using var written = await PutAsync("written", [1]);

        Assert.True(written.IsSuccessStatusCode);
        Assert.NotEqual(true, written.Headers.ConnectionClose);
    }

    private async Task<HttpResponseMessage> PutAsync(
        string key, byte[] content, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/{Bucket}/{key}");
        request.Content = new ByteArrayContent(content);
        request.Headers.ExpectContinue = true;
        change?.Invoke(request);
        return await Http.SendAsync(request, Cancellation);
    }
}
