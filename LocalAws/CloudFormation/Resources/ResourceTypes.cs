using TelemetryAspire.LocalAws.CloudFormation.Templates;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.S3.Storage;

namespace TelemetryAspire.LocalAws.CloudFormation.Resources;

/// <summary>All resource types, by name.</summary>
internal sealed class ResourceTypes
{
    private readonly Dictionary<string, ResourceType> _types;

    public ResourceTypes(ServiceCalls calls, ObjectStore store)
    {
        IEnumerable<ResourceType> types =
        [
            new KinesisStreamType(calls),
            new StreamConsumerType(calls),
            new DeliveryStreamType(calls),
            new BucketType(store),
            new TimestreamDatabaseType(calls),
            new TimestreamTableType(calls),
            .. InertTypeTable.Rows.Select(row => new InertType(row)),
        ];
        _types = types.ToDictionary(type => type.Schema.TypeName, StringComparer.Ordinal);
    }

    public ResourceType this[string name] => _types[name];

    /// <summary>Refuses a template that asks for a type, property or attribute that is not there.</summary>
    /// <exception cref="AwsException">ValidationError, which names it.</exception>
    public void Verify(Template template)
    {
        var unknown = template.Resources.Values
            .Select(resource => resource.Type)
            .Where(type => !_types.ContainsKey(type))
            .Distinct()
            .ToList();
        if (unknown.Count > 0)
        {
            throw TemplateErrors.Format(
                $"Unrecognized resource types: [{string.Join(", ", unknown)}]. "
                + $"LocalAws makes [{Names(hasEffect: true)}] and accepts, without local effect, "
                + $"[{Names(hasEffect: false)}]");
        }

        foreach (var resource in template.Resources.Values)
        {
            _types[resource.Type].Schema.Verify(resource);
            VerifyAttributes(template, ReferenceCheck.Walk(resource, null));
        }

        foreach (var output in template.Outputs.Values)
        {
            VerifyAttributes(template, ReferenceCheck.Walk(output, null));
        }
    }

    private string Names(bool hasEffect) => string.Join(", ", _types.Values
        .Where(type => type.HasEffect == hasEffect)
        .Select(type => type.Schema.TypeName)
        .Order(StringComparer.Ordinal));

    private void VerifyAttributes(Template template, ReferenceWalker references)
    {
        foreach (var (logicalId, attribute) in references.Attributes)
        {
            if (attribute is not null
                && !_types[template.Resources[logicalId].Type].Schema.Attributes.Contains(attribute))
            {
                throw TemplateErrors.Template(
                    $"resource {logicalId} does not support attribute type {attribute} in Fn::GetAtt");
            }
        }
    }
}
