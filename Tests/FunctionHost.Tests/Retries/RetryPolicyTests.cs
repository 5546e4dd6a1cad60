using TelemetryAspire.FunctionHost.Retries;

namespace TelemetryAspire.FunctionHost.Tests.Retries;

public sealed class RetryPolicyTests
{
    private readonly Jitter _jitter = new(seed: 1);

    [Fact]
    public void A_fixed_delay_stays_the_same()
    {
        var policy = RetryPolicy.Read(new FixedDelayRetryAttribute(3, "00:00:10"), "F");

        Assert.All(
            Enumerable.Range(1, 3), retry => Assert.Equal(TimeSpan.FromSeconds(10), policy.Delay(retry, _jitter)));
    }

    [Fact]
    public void An_exponential_delay_doubles_to_its_maximum_and_at_most_half_of_it_is_random()
    {
        var policy = RetryPolicy.Read(new ExponentialBackoffRetryAttribute(-1, "00:00:01", "00:00:30"), "F");
        double[] full = [1, 2, 4, 8, 16, 30, 30];

        for (var retry = 1; retry <= full.Length; retry++)
        {
            Assert.InRange(policy.Delay(retry, _jitter).TotalSeconds, full[retry - 1] / 2, full[retry - 1]);
        }

        Assert.InRange(policy.Delay(1_000_000, _jitter).TotalSeconds, 15, 30);
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    [InlineData(-1, 1_000_000, true)]
    public void As_many_retries_are_allowed_as_the_attribute_says(int max, int failures, bool isAllowed) =>
        Assert.Equal(isAllowed, (RetryPolicy.None with { MaxRetryCount = max }).Allows(failures));

    [Fact]
    public void Intervals_and_counts_that_cannot_work_are_refused_by_name()
    {
        Assert.Contains(
            "DelayInterval 'soon'", Error(new FixedDelayRetryAttribute(1, "soon")), StringComparison.Ordinal);
        Assert.Contains(
            "DelayInterval '00:00:00'", Error(new FixedDelayRetryAttribute(1, "00:00:00")), StringComparison.Ordinal);
        Assert.Contains(
            "MaxRetryCount -2", Error(new FixedDelayRetryAttribute(-2, "00:00:01")), StringComparison.Ordinal);
        Assert.Contains(
            "longer than",
            Error(new ExponentialBackoffRetryAttribute(1, "00:00:02", "00:00:01")),
            StringComparison.Ordinal);
    }

    private static string Error(RetryAttribute attribute) =>
        Assert.Throws<FunctionHostConfigurationException>(() => RetryPolicy.Read(attribute, "Some.Method")).Message;
}
