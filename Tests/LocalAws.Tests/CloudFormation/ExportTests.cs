namespace TelemetryAspire.LocalAws.Tests.CloudFormation;

public sealed class ExportTests : CloudFormationTest
{
    private const string Exporter = """
        Resources: { Bucket: { Type: AWS::S3::Bucket } }
        Outputs:
          Name: { Value: exported, Export: { Name: shared } }
        """;

    private const string Importer = """
        Resources: { Bucket: { Type: AWS::S3::Bucket } }
        Outputs:
          Name: { Value: !ImportValue shared }
        """;

    [Fact]
    public async Task Another_stack_reads_an_export_and_is_listed()
    {
        var id = (await CreateAsync(Exporter)).Value("StackId");
        var importer = await CreateNamedAsync("importer", Importer);

        Assert.Equal("exported", Output(importer, "Name"));
        Assert.Equal(id, (await CallAsync("ListExports")).Value("ExportingStackId"));
        Assert.Contains("importer", (await CallAsync("ListImports", ("ExportName", "shared"))).Values("member"));
    }

    [Fact]
    public async Task An_export_in_use_is_neither_changed_nor_deleted()
    {
        await CreateAsync(Exporter);
        await CreateNamedAsync("importer", Importer);

        var updated = await UpdateAsync(Exporter.Replace("exported", "other", StringComparison.Ordinal));
        var deleted = await DeleteAsync("stack");

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", updated.Value("StackStatus"));
        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", deleted.Value("StackStatus"));
        Assert.Equal("Export shared cannot be deleted as it is in use by importer", deleted.Value("StackStatusReason"));
    }

    [Fact]
    public async Task A_stack_whose_deletion_an_import_prevents_is_what_it_was_and_can_be_updated()
    {
        await CreateAsync(Exporter);
        await CreateNamedAsync("importer", Importer);

        var refused = await DeleteAsync("stack");
        var updated = await UpdateAsync(Exporter.Replace("Bucket:", "Other:", StringComparison.Ordinal));

        Assert.Equal("CREATE_COMPLETE", refused.Value("StackStatus"));
        Assert.Equal("UPDATE_COMPLETE", updated.Value("StackStatus"));
        var events = (await EventsAsync("stack")).Where(line => line.StartsWith("stack ", StringComparison.Ordinal));
        Assert.Equal(
            ["stack CREATE_COMPLETE", "stack DELETE_IN_PROGRESS", "stack CREATE_COMPLETE"],
            events.Skip(1).Take(3));
    }

    [Fact]
    public async Task One_name_is_exported_once()
    {
        await CreateAsync(Exporter);

        var second = await CreateNamedAsync("second", Exporter);

        Assert.Equal("ROLLBACK_COMPLETE", second.Value("StackStatus"));
        Assert.StartsWith(
            "Export with name shared is already exported by stack stack",
            await ReasonAsync("second", "ROLLBACK_IN_PROGRESS"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_nobody_exports_fails_the_stack()
    {
        var stack = await CreateAsync(Importer);

        Assert.Equal("ROLLBACK_COMPLETE", stack.Value("StackStatus"));
        Assert.StartsWith(
            "No export named shared found.", await ReasonAsync(
                "stack", "ROLLBACK_IN_PROGRESS"),
                StringComparison.Ordinal);
    }

    private async Task<Protocol.QueryResponse> CreateNamedAsync(string name, string template)
    {
        var begun = await CallAsync("CreateStack", ("StackName", name), ("TemplateBody", template));
        return await EndAsync(begun.Value("StackId")!);
    }
}
