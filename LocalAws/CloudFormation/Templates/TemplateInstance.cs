using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>A template with the values of its parameters: what it has when its conditions are known.</summary>
/// <remarks>Not thread-safe: conditions are evaluated when first asked for.</remarks>
internal sealed class TemplateInstance
{
    /// <summary>How many conditions may stand for one another in a row.</summary>
    private const int MaxConditionChain = 100;

    private readonly Dictionary<string, bool?> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _dependencies = new(StringComparer.Ordinal);
    private readonly TemplateEvaluator _conditionValues;
    private int _conditionDepth;

    /// <exception cref="Protocol.AwsException">Resources depend on each other, or on one whose condition does not
    /// hold.</exception>
    public TemplateInstance(
        Template template,
        IReadOnlyDictionary<string, string> parameters,
        PseudoParameters pseudoParameters)
    {
        Template = template;
        Parameters = parameters;
        PseudoParameters = pseudoParameters;
        _conditionValues = new TemplateEvaluator(this, NoResources.Instance);
        Outputs = [.. template.Outputs.Where(output => Holds(output.Value.Condition))];
        var active = template.Resources.Values.Where(resource => Holds(resource.Condition)).ToList();
        RefuseAbsent(active.Select(resource => ReferenceCheck.Walk(resource, IsTrue)), active, "Resources");
        RefuseAbsent(Outputs.Select(output => ReferenceCheck.Walk(output.Value, IsTrue)), active, "Outputs");
        foreach (var resource in active)
        {
            _dependencies[resource.LogicalId] = DependenciesOf(resource);
        }

        Resources =
        [
            .. DependencyOrder.Sort(_dependencies.Keys, name => _dependencies[name])
                .Select(name => template.Resources[name]),
        ];
    }

    public Template Template { get; }

    public IReadOnlyDictionary<string, string> Parameters { get; }

    public PseudoParameters PseudoParameters { get; }

    /// <summary>The resources whose conditions hold, each after those it depends on.</summary>
    public IReadOnlyList<ResourceDefinition> Resources { get; }

    /// <summary>The outputs whose conditions hold.</summary>
    public IReadOnlyList<KeyValuePair<string, OutputDefinition>> Outputs { get; }

    /// <summary>The resources that one depends on, by reference or DependsOn.</summary>
    public IReadOnlySet<string> Dependencies(string logicalId) => _dependencies[logicalId];

    /// <summary>The properties of a resource, of the branch that is taken where an Fn::If gives them all.</summary>
    public JsonObject PropertiesOf(ResourceDefinition resource)
    {
        JsonNode? properties = resource.Properties;
        while (Intrinsics.IsCall(properties, out var function, out var argument))
        {
            if (function == "Ref" && argument?.ToString() == PseudoParameters.NoValue)
            {
                return [];
            }

            properties = function == "Fn::If"
                ? argument![IsTrue(argument[0]!.ToString()) ? 1 : 2]
                : throw TemplateErrors.Format(
                    $"[/Resources/{resource.LogicalId}/Properties] must be an object or an Fn::If that gives one.");
        }

        return properties as JsonObject ?? throw TemplateErrors.Format(
            $"[/Resources/{resource.LogicalId}/Properties] must be an object.");
    }

    /// <summary>Whether a condition of the template is true.</summary>
    public bool IsTrue(string condition)
    {
        if (_conditions.TryGetValue(condition, out var known))
        {
            return known ?? throw TemplateErrors.CircularCondition(condition);
        }

        if (++_conditionDepth > MaxConditionChain)
        {
            throw TemplateErrors.Format($"Conditions refer to each other more than {MaxConditionChain} deep");
        }

        _conditions[condition] = null;
        var value = IsTrue(Template.Conditions[condition]);
        _conditions[condition] = value;
        _conditionDepth--;
        return value;
    }

    private bool Holds(string? condition) => condition is null || IsTrue(condition);

    private bool IsTrue(JsonNode node)
    {
        if (ConditionFunctions.Reference(node) is { } name)
        {
            return IsTrue(name);
        }

        var operands = ConditionFunctions.Operands(node, out var values);
        return ((JsonObject)node).First().Key switch
        {
            "Fn::Not" => !IsTrue(operands[0]),
            "Fn::And" => operands.All(IsTrue),
            "Fn::Or" => operands.Any(IsTrue),
            _ => AreEqual((JsonArray)values!),
        };
    }

    private bool AreEqual(JsonArray values)
    {
        var left = _conditionValues.Evaluate(values[0]);
        var right = _conditionValues.Evaluate(values[1]);
        return left is JsonValue && right is JsonValue
            ? Intrinsics.Text(left) == Intrinsics.Text(right)
            : JsonNode.DeepEquals(left, right);
    }

    private void RefuseAbsent(IEnumerable<ReferenceWalker> references, List<ResourceDefinition> active, string block)
    {
        var absent = references
            .SelectMany(walker => walker.Names.Concat(walker.Attributes.Select(attribute => attribute.LogicalId)))
            .Where(name => Template.Resources.ContainsKey(name) && !active.Exists(other => other.LogicalId == name))
            .Distinct()
            .ToList();
        if (absent.Count > 0)
        {
            throw TemplateErrors.Unresolved(absent, block);
        }
    }

    private HashSet<string> DependenciesOf(ResourceDefinition resource)
    {
        var references = ReferenceCheck.Walk(resource, IsTrue);
        return
        [
            .. references.Names
                .Concat(references.Attributes.Select(attribute => attribute.LogicalId))
                .Concat(resource.DependsOn)
                .Where(Template.Resources.ContainsKey),
        ];
    }
}
