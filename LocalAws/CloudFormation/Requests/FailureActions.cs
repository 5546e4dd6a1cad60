using TelemetryAspire.LocalAws.CloudFormation.Stacks;

namespace TelemetryAspire.LocalAws.CloudFormation.Requests;

/// <summary>The names of <see cref="FailureAction"/> in requests.</summary>
internal static class FailureActions
{
    public static readonly string[] Names = ["DO_NOTHING", "ROLLBACK", "DELETE"];

    /// <summary>The action of a name that was validated; null when none is given.</summary>
    public static FailureAction? Parse(string? name) => name switch
    {
        null => null,
        "DO_NOTHING" => FailureAction.Nothing,
        "DELETE" => FailureAction.Delete,
        _ => FailureAction.Rollback,
    };

    public static string? Name(FailureAction? action) => action switch
    {
        null => null,
        FailureAction.Nothing => "DO_NOTHING",
        FailureAction.Delete => "DELETE",
        _ => "ROLLBACK",
    };
}
