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
    private const string MeasureName = "m.name";

    private readonly TableEntry _table;
    private readonly string _alias;
    private readonly List<Field> _fields = [];
    private readonly List<string> _sources = [];
    private readonly HashSet<int> _used = [];
    private readonly List<string> _conditions = [];
    private string? _first;

    private TableScan(TableEntry table, string alias, long nowNanos)
    {
        _table = table;
        _alias = alias;
        var oldestNanos = table.OldestNanos(nowNanos);
        if (oldestNanos > 0)
        {
            // No record has a time before 1970, so most tables' retention excludes nothing.
            _conditions.Add(string.Create(CultureInfo.InvariantCulture, $"r.time >= {oldestNanos}"));
        }

        for (var index = 0; index < table.Dimensions.Length; index++)
        {
            Add(table.Dimensions[index], SqlType.Varchar, $"s.{StoredTable.Dimension(index)}");
        }

        Add("measure_name", SqlType.Varchar, MeasureName);
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
        return new BoundRelation(scan._fields, scan.ToSql) { Scan = scan };
    }

    /// <summary>Whether the field is stored in the rows, rather than joined to them.</summary>
    public bool IsOfRows(Field field) => IsOfRows(_fields.FindIndex(own => own.Sql == field.Sql));

    /// <summary>Whether the expression is nothing but a field stored in the rows.</summary>
    public bool IsOfRows(BoundExpression expression) => IsOfRows(_fields.FindIndex(own => own.Sql == expression.Sql));

    /// <summary>Reads only rows whose dimension or measure name is one of the values, found by their ids.</summary>
    /// <returns>False when the column is no name, or the ids are unknown or too many.</returns>
    public bool TryRestrict(BindingContext context, Field field, IReadOnlyList<string> values)
    {
        var index = _fields.FindIndex(own => own.Sql == field.Sql);
        var (column, ids) = _sources[index] == MeasureName
            ? ("r.measure_id", context.FindSeries is null ? null : MeasureIds(values))
            : ("r.series_id", index < _table.Dimensions.Length ? context.FindSeries?.Invoke(_table, index, values) : null);
        if (ids is null)
        {
            return false;
        }

        _conditions.Add(ids.Count switch
        {
            0 => "FALSE",
            1 => string.Create(CultureInfo.InvariantCulture, $"{column} = {ids[0]}"),
            _ => $"{column} IN ({string.Join(", ", ids)})",
        });
        if (values.Count == 1)
        {
            _sources[index] = Literals.Text(values[0]);
        }

        return true;
    }

    /// <summary>Joins names to the first rows only that meet a condition; both are on columns of the rows.</summary>
    /// <remarks>Called when everything is bound that names a column.</remarks>
    /// <returns>False when no name has to be joined: DuckDB finds the first rows by itself then.</returns>
    public bool TryKeepFirst(string? condition, string order, long rows)
    {
        if (Joins().Length == 0)
        {
            return false;
        }

        var where = condition is null ? "" : $" WHERE {condition}";
        _first = string.Create(CultureInfo.InvariantCulture, $"{where} ORDER BY {order} LIMIT {rows}");
        return true;
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
        var joins = Joins();
        if (_first is null)
        {
            return $"(SELECT {Columns()} FROM {StoredTable.Rows(_table.Id)} r{joins}{Where()}) AS {_alias}";
        }

        // The condition and the order name the columns by the alias, inside as outside.
        var own = _used.Where(IsOfRows).Select(index => $"{_sources[index]} AS c{index}").Append("r.series_id, r.measure_id");
        var rows = $"(SELECT {string.Join(", ", own)} FROM {StoredTable.Rows(_table.Id)} r{Where()}) AS {_alias}";
        var columns = _used.Order().Select(index => $"{(IsOfRows(index) ? $"r.c{index}" : _sources[index])} AS c{index}");
        return $"(SELECT {string.Join(", ", columns)} FROM (SELECT * FROM {rows}{_first}) AS r{joins}) AS {_alias}";
    }

    private string Columns() => _used.Count == 0
        ? "1 AS one"
        : string.Join(", ", _used.Order().Select(index => $"{_sources[index]} AS c{index}"));

    private string Joins()
    {
        var sql = new StringBuilder();
        if (Uses("s."))
        {
            sql.Append(CultureInfo.InvariantCulture, $" JOIN {StoredTable.Series(_table.Id)} s ON r.series_id = s.series_id");
        }

        if (Uses("m."))
        {
            sql.Append(
                CultureInfo.InvariantCulture, $" JOIN {StoredTable.Measures(_table.Id)} m ON r.measure_id = m.measure_id");
        }

        return sql.ToString();
    }

    private string Where() => _conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", _conditions)}";

    private bool Uses(string prefix) => _used.Any(index => _sources[index].StartsWith(prefix, StringComparison.Ordinal));

    private bool IsOfRows(int index) => index >= 0 && _sources[index].StartsWith("r.", StringComparison.Ordinal);

    private List<int> MeasureIds(IReadOnlyList<string> names) =>
        [.. Enumerable.Range(0, _table.Measures.Length).Where(id => names.Contains(_table.Measures[id].Name))];
}
