namespace TelemetryAspire.LocalAws.Timestream.Sql.JavaRegex;

/// <summary>Flags that a pattern sets for a part of itself: <c>(?i)</c>.</summary>
[Flags]
internal enum JavaFlags
{
    None = 0,

    /// <summary>i: letters of ASCII match in both cases.</summary>
    IgnoreCase = 1,

    /// <summary>u: with i, all letters do.</summary>
    UnicodeCase = 2,

    /// <summary>s: the dot matches line ends.</summary>
    DotAll = 4,

    /// <summary>m: ^ and $ match at lines.</summary>
    MultiLine = 8,

    /// <summary>x: white space and comments in the pattern mean nothing.</summary>
    Comments = 16,

    /// <summary>d: only \n ends a line.</summary>
    UnixLines = 32,
}
