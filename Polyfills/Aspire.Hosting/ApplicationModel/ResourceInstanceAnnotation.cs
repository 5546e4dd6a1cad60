namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// The id of the running instance: the resource's name and a random suffix, which is also its service.instance.id.
/// </summary>
internal sealed record ResourceInstanceAnnotation(string ResourceId, string Suffix) : IResourceAnnotation;
