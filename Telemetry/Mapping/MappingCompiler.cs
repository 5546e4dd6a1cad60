using System.Diagnostics.CodeAnalysis;

namespace TelemetryAspire.Telemetry;

/// <summary>Makes a <see cref="MappingTree"/> of the configured mapping and finds what is wrong with it.</summary>
internal sealed class MappingCompiler
{
    private const string Section = $"{TelemetryOptions.SectionName}:Mapping";

    private static readonly DimensionMapping[] WireContractDimensions = [new() { Path = "*" }];
    private static readonly MeasureMapping[] WireContractMeasures = [new() { Path = "*_measure" }];

    private readonly MappingNode _root = new();
    private readonly List<string> _requiredDimensions = [];
    private readonly Dictionary<MemberRule, string> _keys = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _errors;

    private MappingCompiler(List<string> errors) => _errors = errors;

    /// <summary>Compiles a mapping.</summary>
    /// <param name="options">The mapping.</param>
    /// <param name="errors">
    /// Receives what is wrong, each beginning with its key. The tree is of use only if there is nothing.
    /// </param>
    internal static MappingTree Compile(MappingOptions options, List<string> errors)
    {
        var compiler = new MappingCompiler(errors);
        compiler.AddTime(options.Time);
        if (!string.IsNullOrEmpty(options.TraceParent))
        {
            compiler.AddSingle(MemberKind.TraceParent, $"{Section}:TraceParent", options.TraceParent);
        }

        // Measures first: where a measure and a dimension match equally well, the measure is meant.
        compiler.AddMeasures(options);
        compiler.AddDimensions(options);
        compiler.CheckForm(options);
        return new MappingTree(compiler._root, options, compiler._requiredDimensions);
    }

    private void AddTime(TimeMapping time)
    {
        AddSingle(MemberKind.Time, $"{Section}:Time:Path", time.Path);
        CheckDefined($"{Section}:Time:Unit", time.Unit);
        if (!string.IsNullOrEmpty(time.UnitPath))
        {
            AddSingle(MemberKind.TimeUnit, $"{Section}:Time:UnitPath", time.UnitPath);
        }
    }

    private void AddMeasures(MappingOptions options)
    {
        var measures = options.Measures is { Count: > 0 } configured ? configured : WireContractMeasures;
        for (var i = 0; i < measures.Count; i++)
        {
            var key = $"{Section}:Measures:{i}";
            CheckDefined($"{key}:Type", measures[i].Type);
            Add(MemberKind.Measure, key, measures[i].Path, measures[i].Name, measures[i].Type, isRequired: false);
        }
    }

    private void AddDimensions(MappingOptions options)
    {
        var dimensions = options.Dimensions is { Count: > 0 } configured ? configured : WireContractDimensions;
        for (var i = 0; i < dimensions.Count; i++)
        {
            var (key, dimension) = ($"{Section}:Dimensions:{i}", dimensions[i]);
            Add(MemberKind.Dimension, key, dimension.Path, dimension.Name, default, dimension.Required);
        }
    }

    private void AddSingle(MemberKind kind, string key, string path)
    {
        if (TryParse(key, path, out var parsed) && parsed.IsPattern)
        {
            _errors.Add($"{key}: '{path}' has '*', but must name one member.");
        }
        else if (parsed is not null)
        {
            AddExact(key, parsed, new MemberRule(kind, parsed.Name));
        }
    }

    private void Add(MemberKind kind, string key, string path, string? name, MeasureType type, bool isRequired)
    {
        if (!TryParse($"{key}:Path", path, out var parsed))
        {
            return;
        }

        if (!parsed.IsPattern)
        {
            AddNamed(kind, key, parsed, name, type, isRequired);
        }
        else if (name is not null)
        {
            _errors.Add($"{key}:Name: '{name}' cannot name all the members that '{path}' matches.");
        }
        else
        {
            FindParent($"{key}:Path", parsed)?.AddPattern(new MemberPattern(parsed.Name, kind, type, isRequired));
        }
    }

    private void AddNamed(
        MemberKind kind, string key, MemberPath path, string? name, MeasureType type, bool isRequired)
    {
        var rule = new MemberRule(kind, name ?? path.Name) { Type = type, IsRequired = isRequired };
        var nameKey = name is null ? $"{key}:Path" : $"{key}:Name";
        if (TimestreamNames.FindError(kind, rule.Name) is { } error)
        {
            _errors.Add($"{nameKey}: the name '{rule.Name}' {error}.");
        }

        if (_keys.FirstOrDefault(other => other.Key.IsSame(rule)) is { Value: { } otherKey })
        {
            _errors.Add($"{nameKey}: the name '{rule.Name}' is already given by {otherKey}.");
        }

        AddExact($"{key}:Path", path, rule);
        if (kind == MemberKind.Dimension && isRequired)
        {
            _requiredDimensions.Add(rule.Name);
        }
    }

    private void AddExact(string key, MemberPath path, MemberRule rule)
    {
        if (FindParent(key, path) is not { } parent)
        {
            return;
        }

        if (parent.FindExact(path.Name) is { } existing)
        {
            var user = _keys.TryGetValue(existing, out var otherKey) ? otherKey : "another path, as an object";
            _errors.Add($"{key}: '{path.Text}' is already mapped by {user}.");
            return;
        }

        parent.AddExact(path.Name, rule);
        _keys.Add(rule, key);
    }

    /// <summary>
    /// The node of the object a path leads to, made if need be; null if another path uses it as a value.
    /// </summary>
    private MappingNode? FindParent(string key, MemberPath path)
    {
        var node = _root;
        foreach (var name in path.Parents)
        {
            var rule = node.FindExact(name);
            if (rule is null)
            {
                rule = new MemberRule(MemberKind.Parent, name) { Members = new MappingNode() };
                node.AddExact(name, rule);
            }
            else if (rule.Members is null)
            {
                _errors.Add($"{key}: '{path.Text}' goes through '{name}', which {_keys[rule]} takes as a value.");
                return null;
            }

            node = rule.Members;
        }

        return node;
    }

    private void CheckForm(MappingOptions options)
    {
        CheckDefined($"{Section}:Records", options.Records);
        if (options.Records != RecordForm.MultiMeasure)
        {
            return;
        }

        if (TimestreamNames.FindError(MemberKind.Measure, options.MultiMeasureName) is { } error)
        {
            _errors.Add($"{Section}:MultiMeasureName: '{options.MultiMeasureName}' {error}.");
        }

        foreach (var (rule, key) in _keys.Where(pair => pair.Key.Kind == MemberKind.Measure))
        {
            // In a multi-measure table every dimension and every measure is a column of its own.
            if (_keys.Keys.Any(other => other.Kind == MemberKind.Dimension && other.Name == rule.Name))
            {
                _errors.Add($"{key}: '{rule.Name}' is also a dimension, and would be two columns of one name.");
            }
        }
    }

    private void CheckDefined<TEnum>(string key, TEnum value)
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            _errors.Add($"{key}: '{value}' is not one of {string.Join(", ", Enum.GetNames<TEnum>())}.");
        }
    }

    private bool TryParse(string key, string path, [NotNullWhen(true)] out MemberPath? parsed)
    {
        if (MemberPath.TryParse(path ?? "", out parsed, out var error))
        {
            return true;
        }

        _errors.Add($"{key}: '{path}' {error}.");
        return false;
    }
}
