using Amazon.Runtime;

namespace Amazon.TimestreamQuery;

/// <summary>The settings of <see cref="Model.QueryInsights"/>.</summary>
public class QueryInsightsMode : ConstantClass
{
    /// <summary>On, at most one query a second.</summary>
    public static readonly QueryInsightsMode ENABLED_WITH_RATE_CONTROL = new("ENABLED_WITH_RATE_CONTROL");

    /// <summary>Off.</summary>
    public static readonly QueryInsightsMode DISABLED = new("DISABLED");

    /// <summary>A value by its wire name; also one that is newer than this list.</summary>
    public QueryInsightsMode(string value)
        : base(value)
    {
    }

    /// <summary>The known constant for <paramref name="value"/>, else a new one.</summary>
    public static QueryInsightsMode FindValue(string value) => FindValue<QueryInsightsMode>(value);

    /// <summary>Lets a wire name stand where the constant is asked for.</summary>
    public static implicit operator QueryInsightsMode(string value) => FindValue(value);
}
