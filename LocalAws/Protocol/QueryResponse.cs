namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Sends what the query protocol answers with.</summary>
internal static class QueryResponse
{
    /// <summary>The namespace of errors from before AWS knows which service was meant.</summary>
    public const string AnyService = "http://webservices.amazon.com/AWSFault/2005-15-09";

    /// <summary>Sends an error.</summary>
    /// <param name="context">The call that failed.</param>
    /// <param name="xmlNamespace">The service's, or <see cref="AnyService"/>.</param>
    /// <param name="code">The error's name in this protocol.</param>
    /// <param name="exception">The error.</param>
    public static Task WriteErrorAsync(HttpContext context, string xmlNamespace, string code, AwsException exception) =>
        WriteAsync(context, exception.StatusCode, QueryXml.Document(
            "ErrorResponse",
            xmlNamespace,
            xml =>
            {
                xml.Structure("Error", error =>
                {
                    error.Text("Type", exception.StatusCode < 500 ? "Sender" : "Receiver");
                    error.Text("Code", code);
                    error.Text("Message", exception.Message);
                });
                xml.Text("RequestId", context.TraceIdentifier);
            }));

    /// <summary>Sends a whole document.</summary>
    public static async Task WriteAsync(HttpContext context, int statusCode, byte[] document)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "text/xml";
        context.Response.ContentLength = document.Length;
        await context.Response.Body.WriteAsync(document, context.RequestAborted);
    }
}
