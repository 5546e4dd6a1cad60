using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using TelemetryAspire.LocalAws.Kinesis;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Protocol.EventStreams;

namespace TelemetryAspire.LocalAws.Tests.Protocol;

/// <summary>A client that takes nothing costs no more than one event, and only while the stream lasts.</summary>
public sealed class EventStreamOperationTests : IDisposable
{
    private readonly EndlessEvents _events = new();
    private readonly StuckClient _client = new();

    public void Dispose()
    {
        _events.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task No_event_is_made_before_the_client_has_taken_the_last_one()
    {
        var sending = SendAsync();

        await _client.Stuck;
        var whileStuck = _events.Made;
        _client.Release();
        await _client.Stuck;

        Assert.Equal(1, whileStuck);
        Assert.Equal(2, _events.Made);
        Assert.False(sending.IsCompleted);
    }

    [Fact]
    public async Task A_client_that_is_stuck_when_the_stream_ends_is_cut_off()
    {
        var sending = SendAsync();
        await _client.Stuck;

        _events.End();

        await sending.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.True(_events.IsDisposed);
    }

    private Task SendAsync()
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString("localhost");
        http.Response.Body = _client;
        var json = KinesisJsonContext.Default;
        return new EventStreamOperation<DescribeLimitsRequest, ListStreamConsumersResponse>(
            json.DescribeLimitsRequest, json.ListStreamConsumersResponse, _events, NullLogger.Instance)
            .InvokeAsync(http, "{}"u8.ToArray(), JsonWireFormat.Version11);
    }

    private sealed class EndlessEvents
        : IEventStreamOperation<DescribeLimitsRequest, ListStreamConsumersResponse>,
        IEventStream<ListStreamConsumersResponse>
    {
        private readonly CancellationTokenSource _ended = new();

        public int Made { get; private set; }

        public bool IsDisposed { get; private set; }

        public CancellationToken Ended => _ended.Token;

        public void End() => _ended.Cancel();

        public ValueTask<IEventStream<ListStreamConsumersResponse>> InvokeAsync(
            DescribeLimitsRequest request, RequestContext context, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IEventStream<ListStreamConsumersResponse>>(this);

        public async IAsyncEnumerator<ListStreamConsumersResponse> GetAsyncEnumerator(
            CancellationToken cancellationToken)
        {
            while (true)
            {
                await Task.Yield();
                Made++;
                yield return new ListStreamConsumersResponse([], null);
            }
        }

        public void Dispose()
        {
            IsDisposed = true;
            _ended.Dispose();
        }
    }

    /// <summary>Takes the initial response, and after it one write for each <see cref="Release"/>.</summary>
    private sealed class StuckClient : MemoryStream
    {
        private readonly SemaphoreSlim _taken = new(1);
        private readonly SemaphoreSlim _stuck = new(0);

        /// <summary>Completes when a write waits.</summary>
        public Task Stuck => _stuck.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        public void Release() => _taken.Release();

        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default)
        {
            if (!_taken.Wait(0, CancellationToken.None))
            {
                _stuck.Release();
                await _taken.WaitAsync(cancellationToken);
            }
        }

        protected override void Dispose(bool disposing)
        {
            _taken.Dispose();
            _stuck.Dispose();
            base.Dispose(disposing);
        }
    }
}
