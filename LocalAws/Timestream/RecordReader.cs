using System.Globalization;
using System.Text;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.Requests;

namespace TelemetryAspire.LocalAws.Timestream;

/// <summary>Turns a request's records into values: merges common attributes, parses times and measures.</summary>
internal static class RecordReader
{
    /// <summary>Reads every record, or none.</summary>
    /// <exception cref="AwsException">ValidationException: a record can never be stored, whatever the table holds.</exception>
    public static List<IncomingRecord> Read(WriteRecordsRequest request)
    {
        var common = new CommonSeries(request.CommonAttributes?.Dimensions ?? []);
        var records = new List<IncomingRecord>(request.Records!.Count);
        for (var index = 0; index < request.Records.Count; index++)
        {
            records.Add(Read(index, request.Records[index], request.CommonAttributes, common));
        }

        return records;
    }

    private static IncomingRecord Read(int index, RecordInput own, RecordInput? common, CommonSeries commonSeries)
    {
        var type = ParseType(own.MeasureValueType ?? common?.MeasureValueType ?? "DOUBLE");
        var measureName = own.MeasureName ?? common?.MeasureName
            ?? throw TimestreamErrors.Validation("A measure name is required for a record.");
        ColumnNames.CheckMeasure(measureName);
        var unit = own.TimeUnit ?? common?.TimeUnit;
        var values = type is MeasureType.Multi
            ? ReadMulti(own.MeasureValues ?? common?.MeasureValues, own.MeasureValue ?? common?.MeasureValue, unit)
            : ReadSingle(type, own.MeasureValue ?? common?.MeasureValue, own.MeasureValues ?? common?.MeasureValues);
        return new IncomingRecord
        {
            Index = index,
            Series = commonSeries.With(own.Dimensions),
            MeasureName = measureName,
            Type = type,
            TimeNanos = RecordTime.Parse(own.Time ?? common?.Time, unit),
            Version = own.Version ?? common?.Version ?? 1,
            Values = values,
        };
    }

    private static MeasureType ParseType(string name) => MeasureTypes.TryParse(name, out var type)
        ? type
        : throw TimestreamErrors.Validation($"{name} is an invalid measure value type");

    private static NamedValue[] ReadSingle(MeasureType type, string? text, List<MeasureValueInput>? several)
    {
        if (type is MeasureType.Timestamp)
        {
            throw TimestreamErrors.Validation("TIMESTAMP is an invalid measure value type");
        }

        if (several is { Count: > 0 })
        {
            throw TimestreamErrors.Validation("MeasureValues are only allowed for records of the measure value type MULTI.");
        }

        if (text is null)
        {
            throw TimestreamErrors.Validation("A measure value is required for a record.");
        }

        return [new NamedValue(string.Empty, ParseValue(type, text))];
    }

    private static NamedValue[] ReadMulti(List<MeasureValueInput>? measures, string? single, string? unit)
    {
        if (single is not null)
        {
            throw TimestreamErrors.Validation("MeasureValue is not allowed for records of the measure value type MULTI.");
        }

        if (measures is not { Count: > 0 })
        {
            throw TimestreamErrors.Validation("MeasureValues are required for records of the measure value type MULTI.");
        }

        if (measures.Count > TimestreamQuotas.MeasuresPerMultiRecord)
        {
            throw TimestreamErrors.Validation(
                $"A multi-measure record can have at most {TimestreamQuotas.MeasuresPerMultiRecord} measures.");
        }

        var values = measures.Select(measure => ReadMeasure(measure, unit)).ToArray();
        Array.Sort(values, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        for (var index = 1; index < values.Length; index++)
        {
            if (values[index].Name == values[index - 1].Name)
            {
                throw TimestreamErrors.Validation($"The measure '{values[index].Name}' appears twice in a record.");
            }
        }

        return values;
    }

    private static NamedValue ReadMeasure(MeasureValueInput measure, string? unit)
    {
        ColumnNames.CheckMeasure(measure.Name!);
        var type = ParseType(measure.Type!);
        return type is MeasureType.Multi
            ? throw TimestreamErrors.Validation("MULTI is an invalid measure value type")
            : new NamedValue(measure.Name!, InNanos(ParseValue(type, measure.Value!), unit));
    }

    /// <summary>A TIMESTAMP is in the unit of its record. Source: developer guide, "Data types", multi-measure records.</summary>
    private static ScalarValue InNanos(ScalarValue value, string? unit)
    {
        if (value.Type is not MeasureType.Timestamp)
        {
            return value;
        }

        var nanos = (Int128)value.Bits * RecordTime.NanosPer(unit);
        return nanos >= long.MinValue && nanos <= long.MaxValue
            ? value with { Bits = (long)nanos }
            : throw TimestreamErrors.Validation($"The measure value '{value.Bits}' is not valid for the type TIMESTAMP.");
    }

    private static ScalarValue ParseValue(MeasureType type, string text) =>
        !text.Contains(StoredText.Nul) && ScalarValue.TryParse(type, text, out var value)
        ? value
        : throw TimestreamErrors.Validation(
            $"The measure value '{text}' is not valid for the type {type.SqlName().ToUpperInvariant()}.");

    /// <summary>The common dimensions and, built once, the series of the records that add none.</summary>
    private sealed class CommonSeries(List<DimensionInput> common)
    {
        private readonly Dictionary<SharedDimensions, SeriesKey> _joined = [];
        private SeriesKey? _alone;

        public SeriesKey With(List<DimensionInput>? own)
        {
            if (own is SharedDimensions { Count: > 0 } shared)
            {
                return common.Count == 0 ? shared.Series ??= Create(own) : Joined(shared);
            }

            if (own is { Count: > 0 })
            {
                return Create(own);
            }

            return _alone ??= common.Count > 0
                ? Create([])
                : throw TimestreamErrors.Validation("At least one dimension is required for a record.");
        }

        /// <summary>The series of common and own dimensions together: a device has several records in a request.</summary>
        private SeriesKey Joined(SharedDimensions own)
        {
            if (!_joined.TryGetValue(own, out var key))
            {
                key = Create(own);
                _joined.Add(own, key);
            }

            return key;
        }

        private SeriesKey Create(List<DimensionInput> own)
        {
            var key = SeriesKey.Create(
                common.Concat(own).Select(dimension => new DimensionValue(dimension.Name!, dimension.Value!)));
            Check(key.Dimensions);
            return key;
        }

        private static void Check(IReadOnlyList<DimensionValue> dimensions)
        {
            var bytes = 0;
            for (var index = 0; index < dimensions.Count; index++)
            {
                var (name, value) = dimensions[index];
                ColumnNames.CheckDimension(name);
                if (index > 0 && dimensions[index - 1].Name == name)
                {
                    throw TimestreamErrors.Validation($"The dimension '{name}' appears twice in a record.");
                }

                if (value.Contains(StoredText.Nul))
                {
                    throw TimestreamErrors.Validation(
                        $"The value of the dimension '{name}' is invalid: {StoredText.WhyNot}.");
                }

                bytes += Encoding.UTF8.GetByteCount(name) + Encoding.UTF8.GetByteCount(value);
            }

            if (bytes > TimestreamQuotas.RecordSizeBytes)
            {
                throw TimestreamErrors.Validation(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The dimension names and values of a record have {bytes} bytes; at most "
                        + $"{TimestreamQuotas.RecordSizeBytes} are allowed."));
            }
        }
    }
}
