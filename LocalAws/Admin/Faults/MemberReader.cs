using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Admin.Faults;

/// <summary>Checks the members of one rule; what it refuses is named by its place in the request.</summary>
internal sealed partial class MemberReader(FaultRule rule, string path)
{
    public FaultRule Rule => rule;

    /// <summary>The members that only some kinds have, by name, and whether this rule has them.</summary>
    public IEnumerable<string> PresentMembers =>
        new (string Name, object? Value)[]
        {
            ("status", rule.Status),
            ("code", rule.Code),
            ("message", rule.Message),
            ("milliseconds", rule.Milliseconds),
            ("minMilliseconds", rule.MinMilliseconds),
            ("maxMilliseconds", rule.MaxMilliseconds),
            ("moment", rule.Moment),
            ("entryRate", rule.EntryRate),
            ("reason", rule.Reason),
        }
        .Where(member => member.Value is not null)
        .Select(member => member.Name);

    public double? Range(string member, double? value, double min, double max) =>
        value is not null && !(value >= min && value <= max)
            ? throw Invalid(member, Between(min, max))
            : value;

    public int? Integer(string member, int? value, int min, int max) =>
        value < min || value > max ? throw Invalid(member, Between(min, max)) : value;

    public void AtLeast(string member, long? value, long min)
    {
        if (value < min)
        {
            throw Invalid(member, $"must be at least {min}");
        }
    }

    public string? Code(string? code) => code is not null && !CodePattern().IsMatch(code)
        ? throw Invalid("code", "must be an error's name: letters, digits and dots, at most 128")
        : code;

    /// <summary>The refusal of a member.</summary>
    public AdminException Invalid(string member, string why) => AdminException.Validation($"{path}.{member}", why);

    private static string Between(double min, double max) =>
        string.Create(CultureInfo.InvariantCulture, $"must be a number from {min} to {max}");

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9.]{0,127}\z")]
    private static partial Regex CodePattern();
}
