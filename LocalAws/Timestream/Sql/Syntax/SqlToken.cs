namespace TelemetryAspire.LocalAws.Timestream.Sql.Syntax;

internal enum SqlTokenKind
{
    /// <summary>A name or keyword without quotes.</summary>
    Word,
    QuotedName,
    Text,
    Integer,

    /// <summary>A number with a point or an exponent.</summary>
    Double,

    /// <summary>A number followed by a unit without a space: <c>15m</c>.</summary>
    Interval,

    /// <summary>A named parameter: <c>@name</c>.</summary>
    Parameter,
    Symbol,
    End,
}

/// <summary>A token; quotes are removed and doubled quotes inside made single.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, SourcePosition Position)
{
    public bool Is(string symbolOrKeyword) => Kind switch
    {
        SqlTokenKind.Symbol => Text == symbolOrKeyword,
        SqlTokenKind.Word => Text.Equals(symbolOrKeyword, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
