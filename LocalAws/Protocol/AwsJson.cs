using System.Text.Encodings.Web;
using System.Text.Json;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>What every message of the AWS JSON protocol has in common.</summary>
internal static class AwsJson
{
    /// <summary>Writes text as it is: no browser reads these bodies, so only what JSON demands is escaped.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
}
