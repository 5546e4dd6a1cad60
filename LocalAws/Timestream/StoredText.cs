namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Which text can be stored: DuckDB's appender ends a text at its first U+0000.</summary>
internal static class StoredText
{
    public const char Nul = '\0';

    public const string WhyNot = "it contains the character U+0000";
}
