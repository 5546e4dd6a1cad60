using System.Text.Json;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Refuses JSON that holds half a character.</summary>
/// <remarks>
/// An escape can name one half of a surrogate pair: <c>"\ud800"</c>. No UTF-8 can say that, so a member that is kept
/// as it came could be read, but never written again.
/// </remarks>
internal static class JsonText
{
    /// <exception cref="JsonException">A text holds an unpaired surrogate, or the document is no JSON.</exception>
    public static void Verify(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return;
        }

        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                Unescape(ref reader);
            }
        }
    }

    private static void Unescape(ref Utf8JsonReader reader)
    {
        try
        {
            _ = reader.GetString();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text holds an unpaired surrogate.", exception);
        }
    }
}
