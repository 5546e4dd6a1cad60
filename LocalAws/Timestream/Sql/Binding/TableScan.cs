using System.Globalization;
using System.Text;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Sql.Syntax;
using TelemetryAspire.LocalAws.Timestream.Sql.Types;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Sql.Binding;

/// <summary>Reads one table: its columns in the service's order, joined from storage as far as they are used.</summary>
/// <remarks>
/// Order of columns as recorded from the service: dimensions, measure_name, time, measure_value::double, ::bigint,
/// ::varchar, ::boolean (those the table has), measures of multi-measure records.
/// </remarks>
internal sealed class TableScan
{
    private readonly TableEntry _table;
    private readonly string _alias;
    private readonly List<Field> _fields = [];
    private readonly List<string> _sources = [];
    private readonly HashSet<int> _used = [];

    private readonly long _oldestNanos;

    private TableScan(TableEntry table, string alias, long nowNanos)
    {
        _table = table;
        _oldestNanos = table.OldestNanos(nowNanos);
        _alias = alias;
        for (var index = 0; index < table.Dimensions.Length; index++)
        {
            Add(table.Dimensions[index], SqlType.Varchar, $"s.{StoredTable.Dimension(index)}");
        }

        Add("measure_name", SqlType.Varchar, "m.name");
        Add("time", SqlType.Timestamp, "r.time");
        AddSingle(MeasureType.Double, SqlType.Double, "r.v_double");
        AddSingle(MeasureType.Bigint, SqlType.Bigint, "r.v_bigint");
        AddSingle(MeasureType.Varchar, SqlType.Varchar, "r.v_varchar");
        AddSingle(MeasureType.Boolean, SqlType.Boolean, "r.v_boolean");
        for (var index = 0; index < table.MultiColumns.Length; index++)
        {
            var (name, type) = table.MultiColumns[index];
            Add(name, TypeOf(type), $"r.{StoredTable.MultiMeasure(index)}");
        }
    }

    public static BoundRelation Bind(BindingContext context, QualifiedName name)
    {
        var table = TableNames.Find(context.Catalog, name);
        context.TableIds.Add(table.Id);
        var scan = new TableScan(table, context.NewName("t"), context.NowNanos);
        return new BoundRelation(scan._fields, scan.ToSql);
    }

    private static SqlType TypeOf(MeasureType type) => type switch
    {
        MeasureType.Double => SqlType.Double,
        MeasureType.Bigint => SqlType.Bigint,
        MeasureType.Varchar => SqlType.Varchar,
        MeasureType.Boolean => SqlType.Boolean,
        _ => SqlType.Timestamp,
    };

    /// <summary>A column of single-measure records can always be named, and is part of * once the table has such records.</summary>
    private void AddSingle(MeasureType measure, SqlType type, string source) => Add(
        $"measure_value::{measure.SqlName()}",
        type,
        source,
        isInStar: _table.Measures.Any(entry => entry.Types.Contains(measure)));

    private void Add(string name, SqlType type, string source, bool isInStar = true)
    {
        var index = _fields.Count;
        _fields.Add(new Field(
            [_table.DatabaseName, _table.TableName],
            name,
            type,
            string.Create(CultureInfo.InvariantCulture, $"{_alias}.c{index}"))
        {
            IsInStar = isInStar,
            OnUse = () => _used.Add(index),
            Origin = new TableOrigin(_table.DatabaseName, _table.TableName),
        });
        _sources.Add(source);
    }

    private string ToSql()
    {
        var sql = new StringBuilder("(SELECT ");
        sql.AppendJoin(", ", _used.Order().Select(index => $"{_sources[index]} AS c{index}"));
        if (_used.Count == 0)
        {
            sql.Append("1 AS one");
        }

        sql.Append(CultureInfo.InvariantCulture, $" FROM {StoredTable.Rows(_table.Id)} r");
        if (Uses("s."))
        {
            sql.Append(CultureInfo.InvariantCulture, $" JOIN {StoredTable.Series(_table.Id)} s ON r.series_id = s.series_id");
        }

        if (Uses("m."))
        {
            sql.Append(
                CultureInfo.InvariantCulture, $" JOIN {StoredTable.Measures(_table.Id)} m ON r.measure_id = m.measure_id");
        }

        // No record has a time before 1970, so most tables' retention excludes nothing.
        if (_oldestNanos > 0)
        {
            sql.Append(CultureInfo.InvariantCulture, $" WHERE r.time >= {_oldestNanos}");
        }

        return sql.Append(CultureInfo.InvariantCulture, $") AS {_alias}").ToString();
    }

    private bool Uses(string prefix) => _used.Any(index => _sources[index].StartsWith(prefix, StringComparison.Ordinal));
}
