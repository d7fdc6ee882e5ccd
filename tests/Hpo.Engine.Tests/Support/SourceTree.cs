namespace Hpo.Engine.Tests.Support;

/// <summary>The files that the tests are built of.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Hpo.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run in the repository.");
    }
}
