using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>How long all the patterns of a template may take: its author can write some that take for ever.</summary>
internal sealed class MatchBudget(TimeProvider timeProvider)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private TimeSpan _spent;

    /// <summary>By the clock of the machine, as a match's own limit is.</summary>
    public MatchBudget()
        : this(TimeProvider.System)
    {
    }

    /// <summary>The longest that one match may take.</summary>
    public static TimeSpan MatchLimit => TimeSpan.FromMilliseconds(250);

    /// <exception cref="AwsException">The patterns before have taken it all.</exception>
    public T Spend<T>(string parameter, Func<T> work)
    {
        if (_spent > Limit)
        {
            throw AwsException.Validation(
                $"Parameter '{parameter}' could not be matched: the AllowedPatterns of the template take longer than "
                + $"{Limit}.");
        }

        var startedAt = timeProvider.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            _spent += timeProvider.GetElapsedTime(startedAt);
        }
    }
}
