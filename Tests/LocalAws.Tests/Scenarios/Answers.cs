using System.Text.Json;

namespace TelemetryAspire.LocalAws.Tests.Scenarios;

/// <summary>What a client printed of a scenario: every step's answer by the step's name.</summary>
internal sealed class Answers(string json)
{
    private const string Marker = "UnknownTo";

    public JsonElement Root { get; } = JsonElement.Parse(json);

    /// <summary>The steps whose operation or parameters this release of the client does not know.</summary>
    public IReadOnlyList<string> Unknown =>
        [.. Root.EnumerateObject()
            .Where(step => step.Value.ValueKind == JsonValueKind.Object && step.Value.TryGetProperty(Marker, out _))
            .Select(step => step.Name)];

    /// <summary>Whether the client could make a step's call; else the test's output says which release it is.</summary>
    public bool Know(string step)
    {
        if (!Root.GetProperty(step).TryGetProperty(Marker, out var release))
        {
            return true;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{release} does not know the call of step {step}.");
        return false;
    }

    /// <summary>
    /// A text, or another value as it is in JSON, by a path such as <c>GetRecords.Records.0.Data</c>.
    /// </summary>
    /// <returns>Null where the answer has nothing there.</returns>
    public string? this[string path] => Find(path)?.ToString();

    /// <summary>The bytes of a blob.</summary>
    public byte[] Bytes(string path) => Find(path)!.Value.GetBytesFromBase64();

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<JsonElement> Items(string path) => [.. Find(path)!.Value.EnumerateArray()];

    public DateTimeOffset Time(string path) => Find(path)!.Value.GetDateTimeOffset();

    private JsonElement? Find(string path)
    {
        var found = Root;
        foreach (var name in path.Split('.'))
        {
            if (found.ValueKind == JsonValueKind.Array)
            {
                found = found[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)];
            }
            else if (!found.TryGetProperty(name, out found))
            {
                return null;
            }
        }

        return found;
    }
}
