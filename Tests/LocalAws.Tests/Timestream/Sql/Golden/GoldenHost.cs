using Amazon.TimestreamQuery;
using Microsoft.Extensions.Time.Testing;

namespace TelemetryAspire.LocalAws.Tests.Timestream.Sql.Golden;

/// <summary>One LocalAws for all golden tests of a class, its clock standing still, and a client of it.</summary>
public sealed class GoldenHost : IAsyncLifetime
{
    private LocalAwsHost _localAws = null!;

    public AmazonTimestreamQueryClient Reader { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _localAws = await LocalAwsHost.StartAsync(new FakeTimeProvider(TimestreamTest.Now));
        Reader = TimestreamTest.CreateReader(_localAws.Url);
    }

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        await _localAws.DisposeAsync();
    }
}
