using System.Runtime.Loader;
using Hpo.Engine.Tuning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hpo.Catalog.Tests.Programs;

/// <summary>Compiles a program as the command line would, and runs it.</summary>
internal static class CompiledProgram
{
    /// <summary>The namespaces that a project uses without saying so.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What the test learns of the run.</summary>
    private const string Outcome = "public static class Outcome { public static System.Collections.Generic.IReadOnlyList<Hpo.Engine.Tuning.TrialRecord> Records = []; }";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The trials that a program ran.</summary>
    public static IReadOnlyList<TrialRecord> Run(string program)
    {
        using var stream = Compile(program + "\nOutcome.Records = tuner.Records;\n");
        var assembly = new AssemblyLoadContext("study", isCollectible: true).LoadFromStream(stream);
        assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
        return (IReadOnlyList<TrialRecord>)assembly.GetType("Outcome")!.GetField("Records")!.GetValue(null)!;
    }

    /// <summary>The assembly of a program, which compiles without a warning.</summary>
    public static MemoryStream Compile(string program)
    {
        // the lines that name projects are for the command line
        var code = string.Join('\n', program.Split('\n').Where(line => !line.StartsWith("#:", StringComparison.Ordinal)));
        var compilation = CSharpCompilation.Create(
            "study",
            new[] { code, ImplicitUsings, Outcome }.Select(text => CSharpSyntaxTree.ParseText(text)),
            References,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(
            result.Diagnostics.All(diagnostic => diagnostic.Severity < DiagnosticSeverity.Warning),
            $"{string.Join('\n', result.Diagnostics)}\n{program}");
        stream.Position = 0;
        return stream;
    }
}
