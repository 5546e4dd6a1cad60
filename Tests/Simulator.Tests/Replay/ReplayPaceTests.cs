using TelemetryAspire.Simulator.Replay;

namespace TelemetryAspire.Simulator.Tests.Replay;

public sealed class ReplayPaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset First = new(2020, 7, 13, 0, 5, 35, TimeSpan.Zero);

    [Fact]
    public void Speed_divides_the_distances_between_messages()
    {
        var pace = new ReplayPace(Speed: 60, Now, First, Latest: First);

        Assert.Equal(Now.AddSeconds(10), pace.Due(First.AddMinutes(10)));
        Assert.Equal(Now.AddSeconds(10), pace.Shift(First.AddMinutes(10)));
    }

    [Fact]
    public void At_speed_zero_all_is_due_at_once_and_the_latest_message_is_now()
    {
        var pace = new ReplayPace(Speed: 0, Now, First, Latest: First.AddHours(2));

        Assert.Equal(Now, pace.Due(First.AddHours(1)));
        Assert.Equal(Now, pace.Shift(First.AddHours(2)));
        Assert.Equal(Now.AddHours(-1), pace.Shift(First.AddHours(1)));
    }
}
