namespace TelemetryAspire.LocalAws.Timestream.Sql.Types;

internal enum ScalarKind
{
    /// <summary>The type of NULL: fits everywhere.</summary>
    Unknown,
    Boolean,
    Integer,
    Bigint,
    Double,
    Varchar,
    Timestamp,
    Date,
    Time,
    IntervalDayToSecond,
    IntervalYearToMonth,
}

/// <summary>A type of the dialect. Types are equal when their names are.</summary>
/// <remarks>
/// In DuckDB, TIMESTAMP and TIME are integer nanoseconds (since the epoch, since midnight), INTERVAL DAY TO SECOND is
/// nanoseconds and INTERVAL YEAR TO MONTH months; an array is a list, a row a struct with the fields f0, f1, ..., and a time
/// series a list of structs with the fields <c>time</c> and <c>value</c>.
/// </remarks>
/// <param name="Name">As the service prints it: <c>array(bigint)</c>.</param>
internal abstract record SqlType(string Name)
{
    public static readonly SqlType Unknown = new ScalarType(ScalarKind.Unknown, "unknown");
    public static readonly SqlType Boolean = new ScalarType(ScalarKind.Boolean, "boolean");
    public static readonly SqlType Integer = new ScalarType(ScalarKind.Integer, "integer");
    public static readonly SqlType Bigint = new ScalarType(ScalarKind.Bigint, "bigint");
    public static readonly SqlType Double = new ScalarType(ScalarKind.Double, "double");
    public static readonly SqlType Varchar = new ScalarType(ScalarKind.Varchar, "varchar");
    public static readonly SqlType Timestamp = new ScalarType(ScalarKind.Timestamp, "timestamp");
    public static readonly SqlType Date = new ScalarType(ScalarKind.Date, "date");
    public static readonly SqlType Time = new ScalarType(ScalarKind.Time, "time");
    public static readonly SqlType DayInterval = new ScalarType(ScalarKind.IntervalDayToSecond, "interval day to second");
    public static readonly SqlType MonthInterval = new ScalarType(ScalarKind.IntervalYearToMonth, "interval year to month");

    public bool IsNumeric => this == Integer || this == Bigint || this == Double;

    public bool IsWhole => this == Integer || this == Bigint;

    /// <summary>Whether values have an order: ORDER BY, MIN, comparison.</summary>
    public virtual bool IsOrderable => true;

    public virtual bool Equals(SqlType? other) => other is not null && Name == other.Name;

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public sealed override string ToString() => Name;
}

internal sealed record ScalarType(ScalarKind Kind, string Name) : SqlType(Name)
{
    public bool Equals(ScalarType? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}

internal sealed record ArrayType(SqlType Element) : SqlType($"array({Element.Name})")
{
    public bool Equals(ArrayType? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}

internal sealed record TimeSeriesType(SqlType Value) : SqlType($"timeseries({Value.Name})")
{
    public override bool IsOrderable => false;

    public bool Equals(TimeSeriesType? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>The type of a lambda expression: it fits nothing but a parameter that asks for one.</summary>
internal sealed record FunctionType() : SqlType("function")
{
    public override bool IsOrderable => false;

    public bool Equals(FunctionType? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}

/// <summary>A field of a row; the name is null when it has none.</summary>
internal sealed record RowField(string? Name, SqlType Type);

internal sealed record RowType(IReadOnlyList<RowField> Fields)
    : SqlType($"row({string.Join(", ", Fields.Select(field => field.Name is null ? field.Type.Name : $"{field.Name} {field.Type.Name}"))})")
{
    public bool Equals(RowType? other) => base.Equals(other);

    public override int GetHashCode() => base.GetHashCode();
}
