using System.Reflection;

namespace Hpo.EndToEnd.Tests.World;

/// <summary>Where things are in the working copy that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The built dashboard, of the same configuration as these tests.</summary>
    public static string Dashboard { get; } =
        Path.Combine(Root, "src", "Hpo.Dashboard", "bin", Configuration, "net10.0", "Hpo.Dashboard.dll");

    /// <summary>Pictures for people; git ignores the folder.</summary>
    public static string Screenshots { get; } = Path.Combine(Root, "artifacts", "screenshots");

    private static string Configuration =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(it => it.Key == "Configuration").Value!;

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hpo.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"There is no Hpo.sln above {AppContext.BaseDirectory}.");
    }
}
