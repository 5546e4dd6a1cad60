using Microsoft.Extensions.Time.Testing;
using TelemetryAspire.LocalAws.Kinesis.Subscriptions;

namespace TelemetryAspire.LocalAws.Tests.Kinesis.Subscriptions;

public sealed class SubscriptionSlotTests
{
    private const int Mebibyte = 1024 * 1024;
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Two_mebibytes_pass_in_a_second_and_what_is_more_waits_its_turn()
    {
        var slot = new SubscriptionSlot(_clock, limitsEnforced: true);

        var first = slot.TimeToPayFor(Mebibyte);
        var second = slot.TimeToPayFor(2 * Mebibyte);
        _clock.Advance(second);
        var third = slot.TimeToPayFor(0);

        Assert.Equal(TimeSpan.Zero, first);
        Assert.Equal(0.5, second.TotalSeconds, tolerance: 0.001);
        Assert.Equal(TimeSpan.Zero, third);
    }

    [Fact]
    public void Without_limits_nothing_waits()
    {
        var slot = new SubscriptionSlot(_clock, limitsEnforced: false);

        Assert.Equal(TimeSpan.Zero, slot.TimeToPayFor(100 * Mebibyte));
    }
}
