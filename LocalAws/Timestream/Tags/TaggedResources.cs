using System.Text.RegularExpressions;
using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Model;
using TelemetryAspire.LocalAws.Timestream.ScheduledQueries;
using TelemetryAspire.LocalAws.Timestream.Storage;

namespace TelemetryAspire.LocalAws.Timestream.Tags;

/// <summary>The tags of whatever an ARN names. Of the ARN only the name counts, not its region or account.</summary>
internal sealed partial class TaggedResources(TimestreamStore store)
{
    /// <summary>Checks the ARN of a request on tags; the services of writes and queries allow different lengths.</summary>
    public static void Check(ref Validation validation, string? arn)
    {
        validation.Required("resourceARN", arn);
        validation.Length("resourceARN", arn, 1, 2048);
    }

    /// <summary>The tags, ordered by key.</summary>
    /// <exception cref="AwsException">ValidationException or ResourceNotFoundException.</exception>
    public IReadOnlyList<Tag> Find(string arn) => Find(store.Catalog, arn).Tags;

    /// <summary>Changes the tags; what <paramref name="change"/> throws comes out here.</summary>
    /// <exception cref="AwsException">ValidationException or ResourceNotFoundException.</exception>
    public Task<NoContent> ChangeAsync(
        string arn, Func<IReadOnlyList<Tag>, IReadOnlyList<Tag>> change, CancellationToken cancellationToken) =>
        store.ChangeCatalogAsync(
            transaction =>
            {
                var (tags, save) = Find(transaction.Catalog, arn);
                save(transaction, change(tags));
                return default(NoContent);
            },
            cancellationToken);

    private static (IReadOnlyList<Tag> Tags, Action<CatalogTransaction, IReadOnlyList<Tag>> Save) Find(
        CatalogSnapshot catalog, string arn)
    {
        if (Arn().Match(arn) is not { Success: true } match)
        {
            throw TimestreamErrors.Validation($"The resource ARN '{arn}' is invalid.");
        }

        if (match.Groups["query"].Success)
        {
            var query = ScheduledQueryArns.Find(catalog, arn);
            return (query.Tags, (transaction, tags) => transaction.Save(query with { Tags = tags }));
        }

        var databaseName = match.Groups["database"].Value;
        if (match.Groups["table"] is { Success: true } tableName)
        {
            var table = TableRequests.Find(catalog, new TableName(databaseName, tableName.Value));
            return (table.Tags, (transaction, tags) => transaction.Save(table with { Tags = tags }));
        }

        DatabaseEntry database = catalog.Databases.GetValueOrDefault(databaseName)
            ?? throw TimestreamErrors.DatabaseNotFound(databaseName);
        return (database.Tags, (transaction, tags) => transaction.Save(database with { Tags = tags }));
    }

    [GeneratedRegex(
        "^arn:[^:]+:timestream:[^:]*:[^:]*:"
        + "(scheduled-query/(?<query>.+)|database/(?<database>[^/]+)(/table/(?<table>[^/]+))?)\\z")]
    private static partial Regex Arn();
}
