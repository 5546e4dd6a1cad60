using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>A value given to a parameter.</summary>
/// <param name="Key">The parameter.</param>
/// <param name="Value">Its value; null with <paramref name="UsePrevious"/>.</param>
/// <param name="UsePrevious">Whether it keeps the value it had.</param>
internal sealed record GivenParameter(string? Key, string? Value, bool UsePrevious);

/// <summary>Finds the value of every parameter of a template.</summary>
internal static class ParameterValues
{
    /// <summary>Given values, else previous ones where asked for, else defaults.</summary>
    /// <exception cref="AwsException">A value is missing, unasked for, or breaks a constraint.</exception>
    public static IReadOnlyDictionary<string, string> Resolve(
        Template template,
        IReadOnlyList<GivenParameter> given,
        IReadOnlyDictionary<string, string> previous)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var unknown = given.Where(parameter => !template.Parameters.ContainsKey(parameter.Key ?? "")).ToList();
        if (unknown.Count > 0)
        {
            throw AwsException.Validation(
                $"Parameters: [{string.Join(", ", unknown.Select(parameter => parameter.Key))}] "
                + "do not exist in the template");
        }

        foreach (var parameter in given)
        {
            if (parameter.UsePrevious && parameter.Value is not null)
            {
                throw AwsException.Validation(
                    $"Invalid input for parameter key {parameter.Key}. "
                    + "Cannot specify usePreviousValue as true and non empty value for a parameter");
            }

            values[parameter.Key!] = parameter.UsePrevious
                ? previous.GetValueOrDefault(parameter.Key!) ?? throw AwsException.Validation(
                    $"Invalid input for parameter key {parameter.Key}. "
                    + "Unable to usePreviousValue since there is no previous value for it")
                : parameter.Value ?? "";
        }

        AddDefaults(template, values);
        var budget = new MatchBudget();
        foreach (var (name, value) in values)
        {
            DynamicReference.Refuse(value);
            template.Parameters[name].Verify(value, budget);
        }

        return values;
    }

    private static void AddDefaults(Template template, Dictionary<string, string> values)
    {
        var missing = new List<string>();
        foreach (var parameter in template.Parameters.Values.Where(parameter => !values.ContainsKey(parameter.Name)))
        {
            if (parameter.Default is { } value)
            {
                values[parameter.Name] = value;
            }
            else
            {
                missing.Add(parameter.Name);
            }
        }

        if (missing.Count > 0)
        {
            throw AwsException.Validation($"Parameters: [{string.Join(", ", missing)}] must have values");
        }
    }
}
