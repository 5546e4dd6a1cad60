using System.Reflection;
using DuckDB.NET.Data;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Results;

/// <summary>Reads values of a column of DuckDB's.</summary>
internal delegate object? ColumnReader(DuckDBDataReader reader, int column);

/// <summary>Chooses how the values of a column are read.</summary>
internal static class ColumnReaders
{
    /// <summary>A reader that lets elements of lists be NULL, where the library's own fails.</summary>
    public static ColumnReader For(Type type)
    {
        var nullable = WithNullableElements(type);
        return nullable == type
            ? static (reader, column) => reader.GetValue(column)
            : typeof(ColumnReaders).GetMethod(nameof(ReadAs), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(nullable)
                .CreateDelegate<ColumnReader>();
    }

    private static object? ReadAs<T>(DuckDBDataReader reader, int column) => reader.GetFieldValue<T>(column);

    /// <summary><c>List&lt;List&lt;long?&gt;&gt;</c> for <c>List&lt;List&lt;long&gt;&gt;</c>.</summary>
    private static Type WithNullableElements(Type type)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(List<>))
        {
            return type;
        }

        var element = type.GetGenericArguments()[0];
        var nullable = element.IsValueType && Nullable.GetUnderlyingType(element) is null
            ? typeof(Nullable<>).MakeGenericType(element)
            : WithNullableElements(element);
        return typeof(List<>).MakeGenericType(nullable);
    }
}
