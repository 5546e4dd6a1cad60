using Microsoft.Extensions.Primitives;

namespace TelemetryAspire.LocalAws.Protocol;

/// <summary>Refuses what a web page of somebody else makes the user's browser send.</summary>
/// <remarks>
/// A form, an image or a simple fetch needs no preflight, is sent to localhost with localhost in its Host header, and
/// nothing here asks for a signature: any page could create, change and delete. Browsers say where a request comes
/// from, in headers that no page can set; AWS's SDKs and tools send neither of them.
/// </remarks>
internal sealed class ForeignPages(AllowedHosts allowedHosts)
{
    /// <summary>Lets a request go on that no page sent, or a page of an allowed host.</summary>
    /// <exception cref="AwsException">AccessDeniedException, 403.</exception>
    public void Refuse(HttpRequest request)
    {
        // A preflight changes nothing; what it asks for comes with an Origin of its own.
        if (HttpMethods.IsOptions(request.Method))
        {
            return;
        }

        var origin = request.Headers.Origin;
        if (origin.Count > 0)
        {
            RefuseForeign(origin);
        }
        else if (request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site")
        {
            // With an Origin that is allowed, the same value only says that the port is another one.
            throw Denied(
                "A page of another site sent this request without saying which. Open the URL itself, or call it by "
                + "fetch in CORS mode from a page whose host is in LocalAws:AllowedHosts.");
        }
    }

    private void RefuseForeign(StringValues origin)
    {
        if (origin.Count == 1
            && Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && allowedHosts.ContainsPagesOf(uri.Host))
        {
            return;
        }

        throw Denied(
            $"Pages of the origin '{origin}' are not allowed to send requests. Serve the page from localhost, or add "
            + "the host it is served from to LocalAws:AllowedHosts.");
    }

    private static AwsException Denied(string message) =>
        new("AccessDeniedException", message, StatusCodes.Status403Forbidden);
}
