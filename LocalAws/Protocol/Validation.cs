using System.Globalization;
using System.Text.RegularExpressions;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Collects broken constraints of a request and reports them together, in AWS's words.</summary>
/// <remarks>
/// Sample: <c>1 validation error detected: Value null at 'streamName' failed to satisfy constraint: Member must not
/// be null</c>. Every check but <see cref="Required"/> passes an absent (null) value.
/// </remarks>
internal struct Validation()
{
    private List<string>? _errors;

    /// <summary>The member must be present.</summary>
    public void Required(string path, object? value)
    {
        if (value is null)
        {
            Fail(path, null, "Member must not be null");
        }
    }

    /// <summary>The text must have between <paramref name="min"/> and <paramref name="max"/> characters.</summary>
    public void Length(string path, string? value, int min, int max)
    {
        if (value is not null)
        {
            Length(path, value, value.Length, min, max);
        }
    }

    /// <summary>The list must have between <paramref name="min"/> and <paramref name="max"/> members.</summary>
    /// <param name="path">The member, for example <c>records</c>.</param>
    /// <param name="shown">What the message shows as the value.</param>
    /// <param name="length">The length to check.</param>
    /// <param name="min">The least length allowed.</param>
    /// <param name="max">The greatest length allowed.</param>
    public void Length(string path, string shown, int length, int min, int max)
    {
        if (length < min)
        {
            Fail(path, shown, $"Member must have length greater than or equal to {min}");
        }
        else if (length > max)
        {
            Fail(path, shown, $"Member must have length less than or equal to {max}");
        }
    }

    /// <summary>The number must lie between <paramref name="min"/> and <paramref name="max"/>.</summary>
    public void Range(string path, long? value, long min, long max)
    {
        if (value < min)
        {
            Fail(path, Text(value.Value), $"Member must have value greater than or equal to {min}");
        }
        else if (value > max)
        {
            Fail(path, Text(value.Value), $"Member must have value less than or equal to {max}");
        }
    }

    /// <summary>The text must match; give a pattern that is anchored at both ends.</summary>
    /// <param name="path">The member.</param>
    /// <param name="value">The text to check.</param>
    /// <param name="pattern">What must match the whole text.</param>
    /// <param name="shown">The pattern as AWS's model gives it, without anchors.</param>
    public void Pattern(string path, string? value, Regex pattern, string shown)
    {
        if (value is not null && !pattern.IsMatch(value))
        {
            Fail(path, value, $"Member must satisfy regular expression pattern: {shown}");
        }
    }

    /// <summary>The text must be one of <paramref name="allowed"/>.</summary>
    public void OneOf(string path, string? value, params ReadOnlySpan<string> allowed)
    {
        if (value is not null && !allowed.Contains(value))
        {
            Fail(path, value, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");
        }
    }

    /// <summary>
    /// Records a constraint of another kind that <paramref name="shown"/> at <paramref name="path"/> breaks.
    /// </summary>
    public void Fail(string path, string? shown, string constraint)
    {
        var value = shown is null ? "null" : $"'{shown}'";
        (_errors ??= []).Add($"Value {value} at '{path}' failed to satisfy constraint: {constraint}");
    }

    /// <summary>Ends the checks.</summary>
    /// <exception cref="AwsException">ValidationException, when any check failed.</exception>
    public readonly void ThrowIfFailed()
    {
        if (_errors is not null)
        {
            var noun = _errors.Count == 1 ? "error" : "errors";
            throw AwsException.Validation(
                $"{_errors.Count} validation {noun} detected: {string.Join("; ", _errors)}");
        }
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
