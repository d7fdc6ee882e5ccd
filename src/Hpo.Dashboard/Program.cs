using Hpo.Dashboard.Hosting;

try
{
    if (CommandLine.AsksForHelp(args))
    {
        Console.WriteLine(CommandLine.Help);
        return 0;
    }

    CommandLine.Check(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions
    {
        Args = args,
        // published files and the build's static-asset manifest lie beside the program, wherever it is started from
        ContentRootPath = AppContext.BaseDirectory,
    });
    builder.AddServer();
    builder.AddLogging();
    builder.Services.AddDashboard(new Settings(args, builder.Configuration), builder.Environment);

    await using var app = builder.Build();
    app.UseDashboard();
    await app.RunAndSayWhereAsync();
    return 0;
}
catch (Exception problem) when (StartupProblem.Of(problem) is { } sentences)
{
    await Console.Error.WriteLineAsync(sentences);
    return 2;
}
