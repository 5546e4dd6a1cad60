namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>
/// A value that AWS looks up while it makes a resource: <c>{{resolve:ssm:/fleet/bucket:1}}</c>. There is nothing here
/// to look it up in, and the text itself would be a value nobody meant.
/// </summary>
internal static class DynamicReference
{
    private const string Start = "{{resolve:";

    /// <exception cref="Protocol.AwsException">ValidationError, naming the reference.</exception>
    public static void Refuse(string? text)
    {
        var start = text?.IndexOf(Start, StringComparison.Ordinal) ?? -1;
        if (start < 0)
        {
            return;
        }

        var end = text!.IndexOf("}}", start, StringComparison.Ordinal);
        var reference = end < 0 ? text[start..] : text[start..(end + 2)];
        throw TemplateErrors.Template(
            $"the dynamic reference {reference} is not available in LocalAws, since there is nothing to look it up in; "
            + "write the value itself, or a parameter");
    }
}
