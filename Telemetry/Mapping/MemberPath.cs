using System.Diagnostics.CodeAnalysis;

namespace TelemetryAspire.Telemetry;

/// <summary>
/// A configured path to a member of a JSON message: <c>device_id</c>, <c>$.data.temp</c>,
/// <c>$.data['outside.temp']</c>, <c>$.data.*</c>. One notation for every setting that names such a member.
/// </summary>
/// <param name="Text">The path as it was configured.</param>
/// <param name="Parents">The names of the objects to go through from the root; none for a member of the root.</param>
/// <param name="Name">The member's name, in which <c>*</c> stands for any characters.</param>
public sealed record MemberPath(string Text, IReadOnlyList<string> Parents, string Name)
{
    /// <summary>Whether the path may match more than one member.</summary>
    public bool IsPattern => Name.Contains('*');

    /// <summary>Reads a path.</summary>
    /// <param name="text">The path as it was configured.</param>
    /// <param name="path">The path; null if the text is none.</param>
    /// <param name="error">What is wrong, to follow the quoted text in a sentence; null if nothing is.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out MemberPath? path, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        path = null;
        error = null;
        List<string> names = [];
        if (!text.StartsWith('$'))
        {
            // Without a root it is a name as it stands, dots included: that is how flat producers write them.
            names.Add(text);
        }
        else
        {
            for (var at = 1; at < text.Length && error is null;)
            {
                error = TakeName(text, ref at, names);
            }
        }

        error ??= names switch
        {
            [] => "names no member: after '$' comes '.name' or \"['name']\"",
            _ when names.Any(name => name.Length == 0) => "has an empty name",
            _ when names[..^1].Any(name => name.Contains('*')) => "has '*' before its last name",
            _ => null,
        };
        path = error is null ? new MemberPath(text, names[..^1], names[^1]) : null;
        return path is not null;
    }

    private static string? TakeName(string text, ref int at, List<string> names)
    {
        if (text[at] == '.')
        {
            var end = text.AsSpan(at + 1).IndexOfAny('.', '[');
            end = end < 0 ? text.Length : at + 1 + end;
            names.Add(text[(at + 1)..end]);
            at = end;
            return null;
        }

        if (string.CompareOrdinal(text, at, "['", 0, 2) != 0)
        {
            return $"has '{text[at]}' where '.name' or \"['name']\" is expected; items of arrays cannot be mapped";
        }

        var close = text.IndexOf("']", at, StringComparison.Ordinal);
        if (close < 0)
        {
            return "has \"['\" without \"']\"";
        }

        names.Add(text[(at + 2)..close]);
        at = close + 2;
        return null;
    }
}
