using System.Globalization;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Casts between arrays and between rows: element by element, field by field.</summary>
internal static class StructuredCasts
{
    /// <summary>The SQL of the conversion, null when there is none.</summary>
    /// <param name="operand">What is converted.</param>
    /// <param name="target">The type asked for.</param>
    /// <param name="convert">Converts one element or field.</param>
    /// <param name="depth">How many arrays are around: each has an element's name of its own.</param>
    public static string? Convert(
        BoundExpression operand, SqlType target, Func<BoundExpression, SqlType, string?> convert, int depth = 0)
    {
        if (operand.Type == target)
        {
            return operand.Sql;
        }

        switch (operand.Type, target)
        {
            case (ArrayType from, ArrayType to):
                var name = string.Create(CultureInfo.InvariantCulture, $"e{depth}");
                var element = Convert(new BoundExpression(name, from.Element), to.Element, convert, depth + 1);
                return element is null ? null : $"list_transform({operand.Sql}, lambda {name}: {element})";
            case (RowType from, RowType to) when from.Fields.Count == to.Fields.Count:
                var fields = from.Fields.Zip(to.Fields, (source, field) => (Source: source.Type, Target: field.Type)).Select((pair, index) =>
                    Convert(new BoundExpression($"struct_extract({operand.Sql}, 'f{index}')", pair.Source), pair.Target, convert, depth));
                return Pack(operand.Sql, [.. fields]);
            case (RowType, RowType):
                return null;
            default:
                return convert(operand, target);
        }
    }

    private static string? Pack(string row, IReadOnlyList<string?> fields) => fields.Contains(null)
        ? null
        : $"(CASE WHEN {row} IS NULL THEN NULL ELSE {{{string.Join(", ", fields.Select((field, index) => $"'f{index}': {field}"))}}} END)";
}
