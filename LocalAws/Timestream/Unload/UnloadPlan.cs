using System.Buffers;
using System.Globalization;
using System.Text;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Unload;

/// <summary>What UNLOAD writes where, after all checks that need no rows.</summary>
internal sealed record UnloadPlan
{
    /// <summary>Stands for NULL in a key, as in Hive's tables.</summary>
    private const string NullPartition = "__HIVE_DEFAULT_PARTITION__";

    /// <summary>What would end a part of a key, and what no key should have.</summary>
    private static readonly SearchValues<char> Escaped =
        SearchValues.Create(['%', '/', '=', '\x7f', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    private UnloadPlan(UnloadDestination destination, UnloadOptions options, IReadOnlyList<ResultColumn> columns)
    {
        Destination = destination;
        Options = options;
        Columns = columns;
        FileColumns = columns.Count - options.PartitionedBy.Count;
    }

    public UnloadDestination Destination { get; }

    public UnloadOptions Options { get; }

    /// <summary>The columns of the query: those of the files first, then those that are partitioned by.</summary>
    public IReadOnlyList<ResultColumn> Columns { get; }

    public int FileColumns { get; }

    /// <exception cref="AwsException">ValidationException: the statement cannot be carried out.</exception>
    public static UnloadPlan Create(UnloadStatement statement, IReadOnlyList<ResultColumn> columns)
    {
        var plan = new UnloadPlan(
            UnloadDestination.Read(statement), UnloadOptions.Read(statement.Options), columns);
        for (var index = 0; index < columns.Count; index++)
        {
            // TIME and the type of a bare NULL are the two that the guide leaves out.
            if (columns[index].Type == SqlType.Time || columns[index].Type == SqlType.Unknown)
            {
                throw SqlError.At(
                    statement.Query.Position,
                    $"the column '{ColumnInfo.NameOf(columns[index], index)}' has the type {columns[index].Type}, which UNLOAD "
                    + "cannot write");
            }
        }

        plan.CheckPartitions();
        return plan;
    }

    /// <summary>The folder of a row's file: <c>c1=v1/c2=v2/</c>.</summary>
    /// <exception cref="AwsException">ValidationException: a value is not ASCII.</exception>
    public string Partition(IRowSource rows)
    {
        if (FileColumns == Columns.Count)
        {
            return "";
        }

        var path = new StringBuilder();
        for (var index = FileColumns; index < Columns.Count; index++)
        {
            var value = UnloadText.Of(rows.GetValue(index), Columns[index].Type) ?? NullPartition;
            if (!Ascii.IsValid(value))
            {
                throw TimestreamErrors.Validation(
                    $"The value '{value}' of the column '{Options.PartitionedBy[index - FileColumns]}' cannot be partitioned "
                    + "by: only ASCII characters are allowed.");
            }

            path.Append(Options.PartitionedBy[index - FileColumns]).Append('=').Append(Escape(value)).Append('/');
        }

        return path.ToString();
    }

    /// <summary>A value must be one part of the key; what would end it is escaped as in Hive's tables.</summary>
    private static string Escape(string value)
    {
        if (!value.AsSpan().ContainsAny(Escaped))
        {
            return value;
        }

        var text = new StringBuilder();
        foreach (var character in value)
        {
            _ = Escaped.Contains(character)
                ? text.Append(CultureInfo.InvariantCulture, $"%{(int)character:X2}")
                : text.Append(character);
        }

        return text.ToString();
    }

    private void CheckPartitions()
    {
        if (FileColumns < 1)
        {
            throw SqlError.At(Options.PartitionedByPosition, "partitioned_by must leave a column for the files");
        }

        for (var index = FileColumns; index < Columns.Count; index++)
        {
            var name = Options.PartitionedBy[index - FileColumns];
            if (!name.Equals(ColumnInfo.NameOf(Columns[index], index), StringComparison.OrdinalIgnoreCase))
            {
                throw SqlError.At(
                    Options.PartitionedByPosition,
                    "the columns of partitioned_by must be the last columns of the query, in the same order; "
                    + $"'{name}' is not where it belongs");
            }

            if (Columns[index].Type is not ScalarType)
            {
                throw SqlError.At(
                    Options.PartitionedByPosition, $"'{name}' has the type {Columns[index].Type}, which cannot be partitioned by");
            }
        }
    }
}
