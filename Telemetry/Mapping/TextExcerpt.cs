using System.Text;

namespace TelemetryAspire.Telemetry;

/// <summary>Shortens what a device sent, to quote it in a message: the dead letter has all of it.</summary>
internal static class TextExcerpt
{
    private const int MaxLength = 64;

    internal static string Of(string text) => text.Length <= MaxLength ? text : $"{text[..MaxLength]}…";

    internal static string Of(ReadOnlySpan<byte> text) =>
        Of(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * MaxLength)]));
}
