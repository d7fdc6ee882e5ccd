using System.CommandLine;
using Hpo.Cli;
using Hpo.Cli.Commands;

var data = new DataOptions();
var root = new RootCommand(
    """
    Tune hyperparameters from the command line, on the same studies and comparisons as the dashboard.

    Exit codes: 0 all went well; 1 the study or the comparison did not come to its end, or verify found problems; 2 what was asked for is not possible;
    3 the data folder or a file cannot be used.
    """)
{
    data.Folder,
    data.DataSet,
    RunCommand.Create(data),
    CompareCommand.Create(data),
    ResumeCommand.Create(data),
    ListCommand.Create(data),
    ShowCommand.Create(data),
    ExportCommand.Create(data),
    ImportCommand.Create(data),
    VerifyCommand.Create(data),
    CompactCommand.Create(data),
};
var parsed = root.Parse(args);
// Ctrl+C has a meaning of its own here, and every exception is put into words
var exitCode = await Words.OrExitCodeAsync(() => parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }));
return parsed.Errors.Count > 0 ? ExitCode.NotPossible : exitCode;
