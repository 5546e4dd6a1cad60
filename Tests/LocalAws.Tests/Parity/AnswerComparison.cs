using System.Text.Json;
using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Tests.Scenarios;

namespace TelemetryAspire.LocalAws.Tests.Parity;

/// <summary>Where the answers of two endpoints to one scenario differ.</summary>
internal static partial class AnswerComparison
{
    /// <summary>Compares every value; of those that no two runs have alike only the presence.</summary>
    /// <remarks>Of errors the code counts: each emulator words its messages in its own way.</remarks>
    public static IReadOnlyList<Difference> Compare(Answers ours, Answers theirs)
    {
        var (left, right) = (Flatten(ours), Flatten(theirs));
        return
        [
            .. left.Keys.Union(right.Keys)
                .Select(path => new Difference(path, left.GetValueOrDefault(path), right.GetValueOrDefault(path)))
                .Where(difference => difference.Ours != difference.Theirs),
        ];
    }

    private static Dictionary<string, string> Flatten(Answers answers)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var step in answers.Root.EnumerateObject().Where(step => step.Value.ValueKind == JsonValueKind.Object))
        {
            Flatten(step.Name, step.Value, values);
        }

        return values;
    }

    private static void Flatten(string path, JsonElement value, Dictionary<string, string> values)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject().Where(member => member.Name != "Message"))
                {
                    Flatten($"{path}.{member.Name}", member.Value, values);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in InOrder(value).Index())
                {
                    Flatten($"{path}.{index}", item, values);
                }

                break;
            default:
                values[path] = Incomparable().IsMatch(path) ? "present" : Guid().Replace(value.ToString(), "(guid)");
                break;
        }
    }

    /// <summary>Names in a list, such as those of metrics, stand in no order of their own.</summary>
    private static IEnumerable<JsonElement> InOrder(JsonElement list) =>
        list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? list.EnumerateArray().OrderBy(item => item.GetString(), StringComparer.Ordinal)
            : list.EnumerateArray();

    [GeneratedRegex("""
        (SequenceNumber|ShardIterator|Timestamp|ConsumerARN|Token|StartedAt     # Kinesis
        |RecordId                                                               # Data Firehose
        |LastModified|CreationDate|Initiated|UploadId|Location                  # S3
        |(Owner|Initiator|Grantee)\.ID
        |Time|EventId                                                           # CloudFormation
        |AccessKeyId|SecretAccessKey|Expiration|AssumedRoleId                   # STS
        )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Incomparable();

    /// <summary>The part of an ARN that tells apart what had one name after another.</summary>
    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Guid();
}
