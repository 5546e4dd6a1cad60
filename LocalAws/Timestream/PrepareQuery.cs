using TelemetryAspire.LocalAws.Protocol;
using TelemetryAspire.LocalAws.Timestream.Sql;
using TelemetryAspire.LocalAws.Timestream.Sql.Binding;
using TelemetryAspire.LocalAws.Timestream.Sql.Results;

namespace TelemetryAspire.LocalAws.Timestream;

internal sealed record PrepareQueryRequest(string? QueryString, bool? ValidateOnly);

/// <summary>A column of a prepared query, with the table it is taken from unchanged.</summary>
internal sealed record SelectColumn(string Name, TypeInfo Type, string? DatabaseName, string? TableName, bool Aliased);

/// <summary>A parameter of a prepared query.</summary>
internal sealed record ParameterMapping(string Name, TypeInfo Type);

internal sealed record PrepareQueryResponse(
    string QueryString, IReadOnlyList<SelectColumn> Columns, IReadOnlyList<ParameterMapping> Parameters);

/// <summary>PrepareQuery: checks a query and describes its columns and parameters, running nothing.</summary>
internal sealed class PrepareQuery(QueryEngine engine) : IOperation<PrepareQueryRequest, PrepareQueryResponse>
{
    private const int MaxQueryChars = 262_144;

    public ValueTask<PrepareQueryResponse> InvokeAsync(
        PrepareQueryRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        var validation = new Validation();
        validation.Required("queryString", request.QueryString);
        validation.Length("queryString", request.QueryString, 1, MaxQueryChars);
        validation.ThrowIfFailed();
        if (request.ValidateOnly is false)
        {
            throw TimestreamErrors.Validation("PrepareQuery only supports ValidateOnly = true.");
        }

        var statement = engine.Prepare(request.QueryString!);
        return ValueTask.FromResult(new PrepareQueryResponse(
            request.QueryString!,
            [.. statement.Columns.Select(Describe)],
            [.. statement.Parameters.Select(parameter => new ParameterMapping(parameter.Name, TypeInfo.Of(parameter.Type)))]));
    }

    private static SelectColumn Describe(ResultColumn column, int index) => new(
        ColumnInfo.NameOf(column, index),
        TypeInfo.Of(column.Type),
        column.Origin?.Database,
        column.Origin?.Table,
        column.IsAliased);
}
