using Hpo.Dashboard.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hpo.Dashboard.Tests.Hosting;

/// <summary>The options as the program has them after something was said on its command line, in its environment (names in capitals) and in files.</summary>
internal static class GivenOptions
{
    public static DashboardOptions Read(params (string Key, string? Value)[] said) => Read(_ => { }, said);

    public static DashboardOptions Read(Action<IConfigurationBuilder> files, params (string Key, string? Value)[] said)
    {
        string[] arguments = [.. said.Where(one => one.Value is not null && !IsVariable(one.Key)).Select(one => $"--{one.Key}={one.Value}")];
        var configuration = new ConfigurationBuilder();
        files(configuration);
        configuration.AddInMemoryCollection(said.Where(one => IsVariable(one.Key)).Select(one => KeyValuePair.Create(one.Key, one.Value)));
        var services = new ServiceCollection();
        services.AddDashboardOptions(new Settings(arguments, configuration.Build()));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<DashboardOptions>>().Value;
    }

    /// <summary>What the person who started it reads.</summary>
    public static string Refusal(params (string Key, string? Value)[] said) => Refusal(_ => { }, said);

    public static string Refusal(Action<IConfigurationBuilder> files, params (string Key, string? Value)[] said) =>
        StartupProblem.Of(Assert.ThrowsAny<Exception>(() => Read(files, said))) ?? throw new InvalidOperationException("It failed with something that is not for people.");

    private static bool IsVariable(string key) => char.IsUpper(key[0]);
}
