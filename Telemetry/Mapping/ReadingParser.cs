using System.Text.Json;

namespace TelemetryAspire.Telemetry;

/// <summary>Reads one record in a single pass over its bytes.</summary>
/// <remarks>
/// Members come in any order, so the time and its unit are kept as bytes until the end. Every method that reads a
/// member returns what is wrong with it, or null.
/// </remarks>
internal ref struct ReadingParser
{
    /// <summary>Timestream developer guide, Quotas: dimensions per table.</summary>
    private const int MaxDimensions = 128;

    /// <summary>Timestream developer guide, Quotas: unique measure names per table.</summary>
    private const int MaxMeasures = 8_192;

    /// <summary>
    /// Timestream developer guide, Quotas: 256 measures per multi-measure record, of which <c>clock_offset_ms</c> may
    /// be one.
    /// </summary>
    private const int MaxMeasuresPerRecord = 255;

    private readonly MappingTree _tree;
    private readonly ReadOnlySpan<byte> _record;
    private readonly List<TelemetryDimension> _dimensions = new(4);
    private readonly List<TelemetryMeasure> _measures = new(8);
    private Utf8JsonReader _reader;
    private SeenMembers _seen = new();
    private ReadOnlySpan<byte> _time;
    private string _timeName = "";
    private EventTimeUnit _unit;
    private string? _traceParent;

    internal ReadingParser(MappingTree tree, ReadOnlySpan<byte> record)
    {
        _tree = tree;
        _record = record;
        _reader = new Utf8JsonReader(record);
        _unit = tree.Options.Time.Unit;
    }

    /// <summary>Whether the text being read has escapes, which may stand for half a character.</summary>
    internal readonly bool IsAtEscapedText => _reader.ValueIsEscaped;

    /// <summary>Reads the record.</summary>
    /// <exception cref="JsonException">The record is not JSON.</exception>
    /// <exception cref="InvalidOperationException">An escape does not stand for a character.</exception>
    internal MappingFailure? Read(out TelemetryReading? reading)
    {
        reading = null;
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            return new(
                MappingFailureReason.NotAnObject,
                $"The record is a JSON {Describe()}, not an object with members.");
        }

        var failure = ReadMembers(_tree.Root);
        if (failure is null)
        {
            _reader.Read(); // Throws if anything follows the object.
        }

        failure ??= CheckWhole();
        if (failure is not null || (failure = ReadTime(out var nanoseconds)) is not null)
        {
            return failure;
        }

        reading = new TelemetryReading
        {
            TimeNanoseconds = nanoseconds,
            Dimensions = _dimensions,
            Measures = _measures,
            TraceParent = _traceParent,
        };
        return null;
    }

    /// <summary>Says why the record is not JSON.</summary>
    internal readonly MappingFailure Explain(JsonException exception)
    {
        var rest = _record[(int)_reader.BytesConsumed..].TrimStart(" \t\r\n:,["u8);
        return JsonNumbers.IsNotANumber(rest)
            ? new(
                MappingFailureReason.NotANumber,
                $"JSON has no NaN or Infinity: leave the measure out instead. {exception.Message}")
            : new(MappingFailureReason.MalformedJson, $"The record is not JSON: {exception.Message}");
    }

    private MappingFailure? ReadMembers(MappingNode node)
    {
        MappingFailure? failure = null;
        while (failure is null && _reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var rule = Resolve(node);
            _reader.Read();
            failure = ReadMember(rule);
        }

        return failure;
    }

    private readonly MemberRule Resolve(MappingNode node)
    {
        if (!_reader.ValueIsEscaped)
        {
            return node.Resolve(_reader.ValueSpan);
        }

        var name = new byte[_reader.ValueSpan.Length];
        return node.Resolve(name.AsSpan(0, _reader.CopyString(name)));
    }

    private MappingFailure? ReadMember(MemberRule rule)
    {
        if (rule.Kind == MemberKind.Unmapped)
        {
            _reader.Skip();
            return null;
        }

        if (!_seen.TryAdd(rule))
        {
            return new(MappingFailureReason.DuplicateKey, $"More than one member of the record is '{rule.Name}'.");
        }

        if (rule.NameError is not null)
        {
            return new(MappingFailureReason.InvalidName, $"The name '{TextExcerpt.Of(rule.Name)}' {rule.NameError}.");
        }

        switch (rule.Kind)
        {
            case MemberKind.Parent when _reader.TokenType == JsonTokenType.StartObject:
                return ReadMembers(rule.Members!);
            case MemberKind.Time:
                return KeepTime(rule);
            case MemberKind.TimeUnit:
                return ReadUnit(rule);
            case MemberKind.Dimension:
                return ReadDimension(rule);
            case MemberKind.Measure:
                return ReadMeasure(rule);
            case MemberKind.TraceParent when _reader.TokenType == JsonTokenType.String:
                _traceParent = _reader.GetString();
                return null;
            default:
                _reader.Skip();
                return null;
        }
    }

    private MappingFailure? KeepTime(MemberRule rule)
    {
        _timeName = rule.Name;
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number:
            case JsonTokenType.String:
                // A number has no use for escapes, so escaped text is refused as what it is: not a number.
                _time = _reader.ValueSpan;
                return _time.IsEmpty ? InvalidTime() : null;
            default:
                return new(
                    MappingFailureReason.InvalidTime,
                    $"The time '{rule.Name}' is a JSON {Describe()}, not a number.");
        }
    }

    private MappingFailure? ReadUnit(MemberRule rule)
    {
        if (_reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var text = _reader.TokenType == JsonTokenType.String ? _reader.GetString()! : Describe();
        foreach (var unit in Enum.GetValues<EventTimeUnit>())
        {
            if (text.Equals(unit.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                _unit = unit;
                return null;
            }
        }

        return new(
            MappingFailureReason.InvalidTimeUnit,
            $"The time unit '{rule.Name}' is '{TextExcerpt.Of(text)}', not one of "
            + $"{string.Join(", ", Enum.GetNames<EventTimeUnit>())}.");
    }

    private MappingFailure? ReadDimension(MemberRule rule)
    {
        var failure = FieldValue.ReadDimension(ref _reader, rule, out var value);
        if (failure is not null || value is null)
        {
            return failure;
        }

        _dimensions.Add(new TelemetryDimension(rule.Name, value));
        return _dimensions.Count > MaxDimensions
            ? new(MappingFailureReason.TooManyFields, $"The reading has more than {MaxDimensions} dimensions.")
            : null;
    }

    private MappingFailure? ReadMeasure(MemberRule rule)
    {
        var failure = FieldValue.ReadMeasure(ref _reader, rule, out var value, out var type);
        if (failure is not null || value is null)
        {
            return failure;
        }

        _measures.Add(new TelemetryMeasure(rule.Name, value, type));
        var most = _tree.Options.Records == RecordForm.MultiMeasure ? MaxMeasuresPerRecord : MaxMeasures;
        return _measures.Count > most
            ? new(MappingFailureReason.TooManyFields, $"The reading has more than {most} measures.")
            : null;
    }

    private readonly MappingFailure? CheckWhole()
    {
        if (_dimensions.Count == 0)
        {
            return new(
                MappingFailureReason.MissingDimension,
                "The record has no dimension, so nothing tells which device it is of.");
        }

        foreach (var name in _tree.RequiredDimensions)
        {
            if (!_dimensions.Exists(dimension => dimension.Name == name))
            {
                return new(
                    MappingFailureReason.MissingDimension,
                    $"The record has no dimension '{name}', which the mapping requires.");
            }
        }

        return _measures.Count == 0
            ? new(MappingFailureReason.MissingMeasure, "The record has no measure with a value.")
            : CheckColumns();
    }

    /// <summary>In a multi-measure table every dimension and every measure is a column of its own.</summary>
    private readonly MappingFailure? CheckColumns()
    {
        if (_tree.Options.Records == RecordForm.MultiMeasure)
        {
            foreach (var dimension in _dimensions)
            {
                if (_measures.Exists(measure => measure.Name == dimension.Name))
                {
                    return new(
                        MappingFailureReason.DuplicateKey,
                        $"'{dimension.Name}' is a dimension and a measure of the record.");
                }
            }
        }

        return null;
    }

    private readonly MappingFailure? ReadTime(out long nanoseconds)
    {
        nanoseconds = 0;
        if (_time.IsEmpty)
        {
            return new(
                MappingFailureReason.MissingTime,
                $"The record has no time: '{_tree.Options.Time.Path}' is absent or null.");
        }

        return EventTimeText.Parse(_time, _unit, out nanoseconds) switch
        {
            EventTimeText.Result.Success => null,
            EventTimeText.Result.OutOfRange => new(
                MappingFailureReason.TimeOutOfRange,
                $"The time '{_timeName}' is {TextExcerpt.Of(_time)}, which in {_unit} "
                + "is not between 1970-01-01 and 2262-04-11."),
            _ => InvalidTime(),
        };
    }

    private readonly MappingFailure InvalidTime() => new(
        MappingFailureReason.InvalidTime,
        $"The time '{_timeName}' is '{TextExcerpt.Of(_time)}', not a number of {_unit} since 1970-01-01.");

    private readonly string Describe() => JsonNumbers.Describe(_reader.TokenType);
}
