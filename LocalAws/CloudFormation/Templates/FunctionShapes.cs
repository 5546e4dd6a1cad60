using System.Text.Json.Nodes;

namespace TelemetryAspire.LocalAws.CloudFormation.Templates;

/// <summary>What each function takes; refuses calls that no value of a parameter could make right.</summary>
internal static class FunctionShapes
{
    /// <exception cref="Protocol.AwsException">The function is unknown or its argument has the wrong form.</exception>
    public static void Verify(string function, JsonNode? argument)
    {
        switch (function)
        {
            case "Ref":
                Require(Intrinsics.IsText(argument), "every Ref object must have a single String value.");
                break;
            case "Fn::GetAtt":
                Intrinsics.GetAtt(argument);
                break;
            case "Fn::Sub":
                Require(
                    Intrinsics.IsText(argument)
                        || argument is JsonArray { Count: 2 } sub && Intrinsics.IsText(sub[0]) && sub[1] is JsonObject,
                    "One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as "
                    + "first argument, and an optional second argument to specify a mapping of values to replace in "
                    + "the string");
                break;
            case "Fn::Join":
                Require(
                    argument is JsonArray { Count: 2 } join && Intrinsics.IsText(join[0]) && IsList(join[1]),
                    "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of strings "
                    + "to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.");
                break;
            case "Fn::Split":
                Require(
                    argument is JsonArray { Count: 2 } split && Intrinsics.IsText(split[0]),
                    "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string to be "
                    + "split or a function that returns a string to be split.");
                break;
            case "Fn::Select":
                Require(
                    argument is JsonArray { Count: 2 } select && IsList(select[1]),
                    "Fn::Select requires a list argument with two elements: an integer index and a list");
                break;
            case "Fn::FindInMap":
                Require(
                    argument is JsonArray { Count: 3 },
                    "every Fn::FindInMap object requires three parameters, the map name, map key and the attribute "
                    + "for return value");
                break;
            case "Fn::Cidr":
                Require(
                    argument is JsonArray { Count: 3 },
                    "every Fn::Cidr object requires three parameters, the IP block, the number of CIDRs and the number "
                    + "of subnet bits of each");
                break;
            case "Fn::If":
                Require(
                    argument is JsonArray { Count: 3 } branches && Intrinsics.IsText(branches[0]),
                    "Fn::If requires a list argument with the first element being a condition and two values");
                break;
            case "Fn::Base64" or "Fn::ImportValue" or "Fn::GetAZs":
                Require(
                    argument is JsonValue || Intrinsics.IsCall(argument, out _, out _),
                    $"every {function} object must have a String-typed value.");
                break;
            default:
                throw TemplateErrors.UnsupportedFunction(function);
        }
    }

    private static bool IsList(JsonNode? node) => node is JsonArray || Intrinsics.IsCall(node, out _, out _);

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw TemplateErrors.Template(message);
        }
    }
}
