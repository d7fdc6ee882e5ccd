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
    var options = DashboardOptions.Read(builder.Configuration);
    builder.ListenOn(options);
    builder.AddLogging(options.Log);
    builder.Services.AddDashboard(options, builder.Environment);

    await using var app = builder.Build();
    app.UseDashboard();
    await app.RunAndSayWhereAsync();
    return 0;
}
catch (StartupException problem)
{
    await Console.Error.WriteLineAsync(problem.Message);
    return 2;
}
