using TelemetryAspire.Simulator.Replay;

namespace TelemetryAspire.Simulator.Tests.Replay;

public sealed class ReplayPaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Speed_divides_the_distances_between_messages()
    {
        var pace = new ReplayPace(Speed: 60, Now, Latest: TimeSpan.Zero);

        Assert.Equal(Now.AddSeconds(10), pace.Due(TimeSpan.FromMinutes(10)));
        Assert.Equal(Now.AddSeconds(10), pace.Shift(TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public void At_speed_zero_all_is_due_at_once_and_the_latest_message_is_now()
    {
        var pace = new ReplayPace(Speed: 0, Now, Latest: TimeSpan.FromHours(2));

        Assert.Equal(Now, pace.Due(TimeSpan.FromHours(1)));
        Assert.Equal(Now, pace.Shift(TimeSpan.FromHours(2)));
        Assert.Equal(Now.AddHours(-1), pace.Shift(TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData(double.Epsilon, 1)]
    [InlineData(1e-9, 3650)]
    [InlineData(1e-9, -3650)]
    public void A_due_time_stays_within_the_calendar_at_any_speed(double speed, int days)
    {
        var pace = new ReplayPace(speed, Now, Latest: TimeSpan.Zero);

        Assert.InRange(pace.Due(TimeSpan.FromDays(days)), Now.AddDays(-36_525), Now.AddDays(36_525));
    }
}
