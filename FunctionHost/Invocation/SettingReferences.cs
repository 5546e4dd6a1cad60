using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace TelemetryAspire.FunctionHost.Invocation;

/// <summary>Replaces <c>%Key%</c> in what a function declares by the value of the configuration key.</summary>
internal static partial class SettingReferences
{
    /// <summary>Replaces every reference in <paramref name="text"/>.</summary>
    /// <exception cref="FunctionHostConfigurationException">A key has no value.</exception>
    public static string Resolve(string text, IConfiguration configuration, string function) =>
        Reference().Replace(text, match => ValueOf(match, configuration, function));

    /// <summary>The same inside a JSON document: a value with quotes or backslashes stays one string.</summary>
    public static string ResolveJson(string json, IConfiguration configuration, string function) =>
        Reference().Replace(
            json,
            match => JsonEncodedText.Encode(
                ValueOf(match, configuration, function), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);

    private static string ValueOf(Match match, IConfiguration configuration, string function)
    {
        var key = match.Groups["key"].Value;
        return configuration[key] is { Length: > 0 } value
            ? value
            : throw new FunctionHostConfigurationException(
                $"Function {function} needs the setting '{key}', which has no value. Set it in appsettings.json, as "
                + $"--{key}=... or as the environment variable {key.Replace(":", "__", StringComparison.Ordinal)}.");
    }

    // A key is a path of names: %Telemetry:StreamName%. Anything else between percent signs is text.
    [GeneratedRegex(@"%(?<key>[A-Za-z_][\w.\-]*(:[\w.\-]+)*)%", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
