using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TelemetryAspire.LocalAws.Kinesis.Streams;

namespace TelemetryAspire.LocalAws.Tests.Kinesis;

public sealed class RetentionTests : KinesisTest
{
    [Fact]
    public async Task Records_older_than_a_day_are_dropped_and_newer_ones_kept()
    {
        await CreateStreamAsync();
        await PutAsync("old");
        Clock.Advance(TimeSpan.FromHours(23));
        await PutAsync("new");
        Clock.Advance(TimeSpan.FromHours(2));

        Trim();

        Assert.Equal(["new"], await ReadAllAsync());
    }

    [Fact]
    public async Task Sequence_numbers_go_on_after_everything_was_dropped_also_after_a_restart()
    {
        await CreateStreamAsync();
        var old = await PutAsync("old");
        Clock.Advance(TimeSpan.FromHours(25));
        Trim();
        await RestartAsync();

        var next = await PutAsync("next");

        Assert.True(string.CompareOrdinal(old.SequenceNumber, next.SequenceNumber) < 0);
        Assert.Equal(["next"], await ReadAllAsync());
    }

    private void Trim() => LocalAws.Services.GetServices<IHostedService>().OfType<RetentionTrimmer>().Single().Trim();
}
