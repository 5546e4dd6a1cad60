namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

/// <summary>Where something stands in the query text; lines and columns count from 1, as in the service's messages.</summary>
internal readonly record struct SourcePosition(int Line, int Column)
{
    public override string ToString() => $"line {Line}:{Column}";
}
