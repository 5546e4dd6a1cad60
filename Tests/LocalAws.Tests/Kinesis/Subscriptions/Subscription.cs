using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using TelemetryAspire.LocalAws.Tests.Protocol;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

/// <summary>One call of SubscribeToShard, read frame by frame.</summary>
internal sealed class Subscription(HttpResponseMessage response, Stream frames) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public HttpResponseMessage Response => response;

    /// <summary>Sends the request, and reads the initial response.</summary>
    public static async Task<Subscription> OpenAsync(HttpClient client, string request, Version version)
    {
        var response = await SendAsync(client, request, version);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/vnd.amazon.eventstream", response.Content.Headers.ContentType?.ToString());
        var frames = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var subscription = new Subscription(response, frames);
        Assert.Equal("initial-response", (await subscription.NextMessageAsync())?.Name);
        return subscription;
    }

    /// <summary>Sends the request without looking at the response's body.</summary>
    public static Task<HttpResponseMessage> SendAsync(HttpClient client, string request, Version version)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new StringContent(request, new MediaTypeHeaderValue("application/x-amz-json-1.1")),
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        message.Headers.Add("X-Amz-Target", "Kinesis_20131202.SubscribeToShard");
        return client.SendAsync(
            message, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>The next message; null when the subscription has come to its end.</summary>
    public Task<EventStreamMessage?> NextMessageAsync() => EventStreamMessage
        .ReadAsync(frames, TestContext.Current.CancellationToken)
        .WaitAsync(Patience, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>The next event, which must be one.</summary>
    public async Task<ShardEvent> NextAsync()
    {
        var message = await NextMessageAsync();
        Assert.NotNull(message);
        Assert.False(message.IsException, message.Name);
        Assert.Equal("SubscribeToShardEvent", message.Name);
        return new ShardEvent(JsonElement.Parse(message.Payload));
    }

    /// <summary>The texts of the next <paramref name="count"/> records, in as many events as it takes.</summary>
    public async Task<List<string>> TakeAsync(int count)
    {
        List<string> texts = [];
        while (texts.Count < count)
        {
            texts.AddRange((await NextAsync()).Texts);
        }

        return texts;
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>The exception that ends the subscription; null when it ends without.</returns>
    public async Task<EventStreamMessage?> EndAsync()
    {
        while (await NextMessageAsync() is { } message)
        {
            if (message.IsException)
            {
                Assert.Null(await NextMessageAsync());
                return message;
            }
        }

        return null;
    }

    public void Dispose() => response.Dispose();
}
