using TelemetryAspire.LocalAws.CloudFormation.Requests;
using TelemetryAspire.LocalAws.CloudFormation.Resources;
using TelemetryAspire.LocalAws.CloudFormation.Stacks;
using TelemetryAspire.LocalAws.Protocol;

namespace TelemetryAspire.LocalAws.CloudFormation;

/// <summary>AWS CloudFormation, API version 2010-05-15.</summary>
internal static class CloudFormationService
{
    /// <summary>Adds the stacks; they make their resources through the other services.</summary>
    public static void AddCloudFormation(this IServiceCollection services)
    {
        services.AddSingleton<ServiceCalls>();
        services.AddSingleton<ResourceTypes>();
        services.AddSingleton<StackStore>();
        services.AddSingleton<StackRunner>();
        services.AddSingleton<TemplateSource>();
        services.AddSingleton<StackDefinitions>();
        services.AddSingleton<StackCommands>();
        services.AddHostedService(provider => provider.GetRequiredService<StackRunner>());
    }

    public static QueryService Create(IServiceProvider services)
    {
        var service = new QueryService(
            "cloudformation", "2010-05-15", "http://cloudformation.amazonaws.com/doc/2010-05-15/");
        MapStacks(service, services);
        MapChangeSets(service, services);
        MapDescriptions(service, services.GetRequiredService<StackStore>());
        MapTemplates(service, services);
        return service;
    }

    private static void MapStacks(QueryService service, IServiceProvider services)
    {
        var store = services.GetRequiredService<StackStore>();
        var definitions = services.GetRequiredService<StackDefinitions>();
        var commands = services.GetRequiredService<StackCommands>();
        var types = services.GetRequiredService<ResourceTypes>();
        var time = services.GetRequiredService<TimeProvider>();
        service
            .Map("CreateStack", new CreateStack(store, definitions, commands, time))
            .Map("UpdateStack", new UpdateStack(store, definitions, commands, types, time))
            .Map("ContinueUpdateRollback", new ContinueUpdateRollback(store, commands))
            .Map("UpdateTerminationProtection", new UpdateTerminationProtection(store))
            .Map("DeleteStack", new DeleteStack(store, commands, time));
    }

    private static void MapChangeSets(QueryService service, IServiceProvider services)
    {
        var store = services.GetRequiredService<StackStore>();
        var definitions = services.GetRequiredService<StackDefinitions>();
        var commands = services.GetRequiredService<StackCommands>();
        var types = services.GetRequiredService<ResourceTypes>();
        var time = services.GetRequiredService<TimeProvider>();
        service
            .Map("CreateChangeSet", new CreateChangeSet(store, definitions, commands, types, time))
            .Map("DescribeChangeSet", new DescribeChangeSet(store))
            .Map("ExecuteChangeSet", new ExecuteChangeSet(store, commands, time))
            .Map("ListChangeSets", new ListChangeSets(store))
            .Map("DeleteChangeSet", new DeleteChangeSet(store));
    }

    private static void MapDescriptions(QueryService service, StackStore store) => service
        .Map("DescribeStacks", new DescribeStacks(store))
        .Map("ListStacks", new ListStacks(store))
        .Map("DescribeStackEvents", new DescribeStackEvents(store))
        .Map("DescribeStackResource", new DescribeStackResource(store))
        .Map("DescribeStackResources", new DescribeStackResources(store))
        .Map("ListStackResources", new ListStackResources(store))
        .Map("ListExports", new ListExports(store))
        .Map("ListImports", new ListImports(store));

    private static void MapTemplates(QueryService service, IServiceProvider services)
    {
        var store = services.GetRequiredService<StackStore>();
        var templates = services.GetRequiredService<TemplateSource>();
        var types = services.GetRequiredService<ResourceTypes>();
        service
            .Map("GetTemplate", new GetTemplate(store))
            .Map("GetTemplateSummary", new GetTemplateSummary(store, templates, types))
            .Map("ValidateTemplate", new ValidateTemplate(templates, types));
    }
}
