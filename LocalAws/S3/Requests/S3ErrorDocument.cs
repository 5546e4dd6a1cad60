namespace TelemetryAspire.LocalAws.S3.Requests;

/// <summary>Sends a refusal as S3 does.</summary>
internal static class S3ErrorDocument
{
    /// <summary>Writes status and, unless the method forbids a body, the document.</summary>
    public static async Task WriteAsync(HttpContext context, S3Exception refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.StatusCode;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        await S3Xml.WriteAsync(
            response,
            writer =>
            {
                writer.WriteStartElement("Error");
                writer.WriteElementString("Code", refusal.Code);
                writer.WriteElementString("Message", refusal.Message);
                foreach (var (name, value) in refusal.Details)
                {
                    writer.WriteElementString(name, value);
                }
                writer.WriteElementString("RequestId", context.TraceIdentifier);
                writer.WriteElementString("HostId", "localaws");
                writer.WriteEndElement();
            },
            context.RequestAborted);
    }
}
